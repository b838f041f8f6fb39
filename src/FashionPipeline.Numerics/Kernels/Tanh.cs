using System.Numerics;
using FashionPipeline.Numerics.Elementary;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>tanh x, as <see cref="HyperbolicTangent"/> computes it. The gradient is g·(1 - y·y).</summary>
public readonly struct Tanh : IElementwiseFunction
{
    /// <inheritdoc/>
    public static Vector<float> Value(Vector<float> input) => HyperbolicTangent.Of(input);

    /// <inheritdoc/>
    public static Vector<float> Gradient(Vector<float> output, Vector<float> outputGradient) =>
        outputGradient * (Vector<float>.One - (output * output));
}
