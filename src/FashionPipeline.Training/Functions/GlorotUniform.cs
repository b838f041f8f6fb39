using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Training.Functions;

/// <summary>
/// Keras's default for kernels: uniform in ±sqrt(6 / (fan in + fan out)).
/// Source: Glorot, Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010.
/// </summary>
internal static class GlorotUniform
{
    /// <summary>Fills a kernel.</summary>
    /// <param name="kernel">Where the weights go, in the order of Keras's layout.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="layer">Number of the layer, from 0.</param>
    /// <param name="fanIn">Inputs that reach one output.</param>
    /// <param name="fanOut">Outputs that one input reaches.</param>
    public static void Fill(Span<float> kernel, ulong seed, int layer, int fanIn, int fanOut)
    {
        var stream = new RandomStream(seed, RandomPurpose.Weights, checked((ushort)layer));
        var limit = (float)Math.Sqrt(6d / ((double)fanIn + fanOut));
        for (var i = 0; i < kernel.Length; i++)
        {
            kernel[i] = ((2f * stream.Single(i)) - 1f) * limit;
        }
    }
}
