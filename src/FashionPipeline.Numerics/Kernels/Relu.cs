using System.Numerics;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>max(x, 0), value by value; NaN passes and -0 gives +0.</summary>
public static unsafe class Relu
{
    /// <summary>Writes the function's value of each input.</summary>
    /// <param name="input">Any number of values.</param>
    /// <param name="output">As many values; may be the input itself.</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Forward(ReadOnlySpan<float> input, Span<float> output, Workspace workspace) =>
        Activation.Forward<Function>(input, output, workspace);

    /// <summary>Writes the gradient of each input: the output's where the output is above 0, else +0.</summary>
    /// <param name="output">What <see cref="Forward"/> wrote.</param>
    /// <param name="outputGradient">The loss's gradient with respect to the output.</param>
    /// <param name="inputGradient">As many values; may be the output's gradient itself.</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Backward(
        ReadOnlySpan<float> output, ReadOnlySpan<float> outputGradient, Span<float> inputGradient, Workspace workspace) =>
        Activation.Backward<Function>(output, outputGradient, inputGradient, workspace);

    /// <summary>The gradient behind a relu, of values that lie in one row: what dense and conv2d need of it.</summary>
    internal static void Gradient(float* output, float* gradient, float* result, int length) =>
        Activation.Gradient<Function>(output, gradient, result, length);

    private readonly struct Function : IActivation
    {
        public static Vector<float> Value(Vector<float> input) =>
            Vector.AndNot(input, Vector.AsVectorSingle(Vector.LessThanOrEqual(input, Vector<float>.Zero)));

        public static Vector<float> Gradient(Vector<float> output, Vector<float> outputGradient) =>
            outputGradient & Vector.AsVectorSingle(Vector.GreaterThan(output, Vector<float>.Zero));
    }
}
