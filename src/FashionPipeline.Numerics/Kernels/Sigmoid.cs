using System.Numerics;
using FashionPipeline.Numerics.Elementary;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>1 / (1 + e^-x), as <see cref="LogisticFunction"/> computes it. The gradient is g·(y·(1 - y)).</summary>
public readonly struct Sigmoid : IElementwiseFunction
{
    /// <inheritdoc/>
    public static Vector<float> Value(Vector<float> input) => LogisticFunction.Of(input);

    /// <inheritdoc/>
    public static Vector<float> Gradient(Vector<float> output, Vector<float> outputGradient) =>
        outputGradient * (output * (Vector<float>.One - output));
}
