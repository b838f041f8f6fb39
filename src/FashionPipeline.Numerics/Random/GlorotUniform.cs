namespace FashionPipeline.Numerics.Random;

/// <summary>
/// Keras's default for kernels: uniform in ±sqrt(6 / (fan in + fan out)).
/// Source: Glorot, Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010.
/// </summary>
public static class GlorotUniform
{
    /// <summary>Fills a kernel, or a part of one.</summary>
    /// <param name="kernel">Where the weights go, in the order of Keras's layout.</param>
    /// <param name="stream">The numbers of this layer's weights; each weight takes one of 32 bits.</param>
    /// <param name="fanIn">Inputs that reach one output.</param>
    /// <param name="fanOut">Outputs that one input reaches.</param>
    /// <param name="start">Number of the first weight in the whole kernel.</param>
    public static void Fill(Span<float> kernel, RandomStream stream, int fanIn, int fanOut, long start = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fanIn, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(fanOut, 1);
        var limit = (float)Math.Sqrt(6d / ((double)fanIn + fanOut));
        for (var i = 0; i < kernel.Length; i++)
        {
            kernel[i] = ((2f * stream.Single(start + i)) - 1f) * limit;
        }
    }
}
