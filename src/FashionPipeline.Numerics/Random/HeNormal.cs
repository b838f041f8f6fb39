using FashionPipeline.Numerics.Elementary;

namespace FashionPipeline.Numerics.Random;

/// <summary>
/// Keras's he_normal: normal with variance 2 / fan in, cut off at two standard deviations of the normal distribution that it is cut from.
/// Keras draws again what lies beyond; here a uniform number in the probabilities between is inverted, one draw a weight.
/// Source: He, Zhang, Ren, Sun, "Delving deep into rectifiers", ICCV 2015.
/// </summary>
public static class HeNormal
{
    // Probability of a standard normal number below -2, and between -2 and 2.
    private const double Below = 0.0227501319481792072;
    private const double Between = 0.954499736103641586;

    // Standard deviation of what is left of a standard normal distribution between -2 and 2.
    private const double CutDeviation = 0.87962566103423978;

    /// <summary>Fills a kernel, or a part of one.</summary>
    /// <param name="kernel">Where the weights go, in the order of Keras's layout.</param>
    /// <param name="stream">The numbers of this layer's weights; each weight takes one of 53 bits.</param>
    /// <param name="fanIn">Inputs that reach one output, at least 1.</param>
    /// <param name="start">Number of the first weight in the whole kernel.</param>
    public static void Fill(Span<float> kernel, RandomStream stream, int fanIn, long start = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fanIn, 1);
        var deviation = Math.Sqrt(2d / fanIn) / CutDeviation;
        for (var i = 0; i < kernel.Length; i++)
        {
            kernel[i] = (float)(NormalQuantile.Of(Below + (stream.Double(start + i) * Between)) * deviation);
        }
    }
}
