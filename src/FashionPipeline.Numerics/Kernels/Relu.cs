using System.Numerics;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>max(x, 0); NaN passes and -0 gives +0. The gradient is the output's where the output is above 0, else +0.</summary>
public readonly struct Relu : IElementwiseFunction
{
    /// <inheritdoc/>
    public static Vector<float> Value(Vector<float> input) =>
        Vector.AndNot(input, Vector.AsVectorSingle(Vector.LessThanOrEqual(input, Vector<float>.Zero)));

    /// <inheritdoc/>
    public static Vector<float> Gradient(Vector<float> output, Vector<float> outputGradient) =>
        outputGradient & Vector.AsVectorSingle(Vector.GreaterThan(output, Vector<float>.Zero));
}
