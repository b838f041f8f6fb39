namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// A two-dimensional convolution and its gradients, channels last. Layouts are Keras's: input [batch, height, width,
/// channels], kernel [kernel height, kernel width, channels, filters], bias [filters], output [batch, output height, output width,
/// filters].
/// </summary>
/// <remarks>
/// The shape alone says how it is computed (<see cref="Conv2DShape.IsWinograd"/>), and so in which order: by the definition
/// (<see cref="DirectConv2D"/>), or tile by tile with fewer multiplications (<see cref="WinogradConv2D"/>).
/// </remarks>
public static unsafe class Conv2D
{
    /// <summary>Computes the output.</summary>
    /// <param name="shape">The sizes.</param>
    /// <param name="input">[batch, height, width, channels].</param>
    /// <param name="kernel">[kernel height, kernel width, channels, filters].</param>
    /// <param name="bias">[filters].</param>
    /// <param name="output">[batch, output height, output width, filters], written.</param>
    /// <param name="relu">Whether the output is max(0, y).</param>
    /// <param name="workspace">Cores and memory.</param>
    /// <exception cref="ArgumentException">A length does not fit the shape.</exception>
    public static void Forward(
        Conv2DShape shape,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> kernel,
        ReadOnlySpan<float> bias,
        Span<float> output,
        bool relu,
        Workspace workspace)
    {
        Lengths.Require(input.Length, shape.InputLength);
        Lengths.Require(kernel.Length, shape.KernelLength);
        Lengths.Require(bias.Length, shape.Filters);
        Lengths.Require(output.Length, shape.OutputLength);
        fixed (float* x = input, w = kernel, b = bias, y = output)
        {
            if (shape.IsWinograd)
            {
                WinogradConv2D.Forward(shape, x, w, b, y, relu, workspace);
            }
            else
            {
                DirectConv2D.Forward(shape, x, w, b, y, relu, workspace);
            }
        }
    }

    /// <summary>Computes the gradients of a loss.</summary>
    /// <param name="shape">The sizes.</param>
    /// <param name="input">[batch, height, width, channels], as it went in.</param>
    /// <param name="kernel">[kernel height, kernel width, channels, filters].</param>
    /// <param name="output">[batch, output height, output width, filters], as it came out; read with <paramref name="relu"/> only.</param>
    /// <param name="outputGradient">Gradient of the output, in its shape.</param>
    /// <param name="inputGradient">Gradient of the input, written; empty where nobody needs it.</param>
    /// <param name="kernelGradient">Gradient of the kernel, written.</param>
    /// <param name="biasGradient">Gradient of the bias, written.</param>
    /// <param name="relu">Whether the output was max(0, y).</param>
    /// <param name="workspace">Cores and memory.</param>
    /// <exception cref="ArgumentException">A length does not fit the shape.</exception>
    public static void Backward(
        Conv2DShape shape,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> kernel,
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient,
        Span<float> kernelGradient,
        Span<float> biasGradient,
        bool relu,
        Workspace workspace)
    {
        Lengths.Require(input.Length, shape.InputLength);
        Lengths.Require(kernel.Length, shape.KernelLength);
        Lengths.Require(output.Length, relu ? shape.OutputLength : output.Length);
        Lengths.Require(outputGradient.Length, shape.OutputLength);
        Lengths.Require(inputGradient.Length, inputGradient.IsEmpty ? 0 : shape.InputLength);
        Lengths.Require(kernelGradient.Length, shape.KernelLength);
        Lengths.Require(biasGradient.Length, shape.Filters);
        if (shape.Batch == 0)
        {
            kernelGradient.Clear();
            biasGradient.Clear();
            return;
        }

        fixed (float* x = input, w = kernel, y = output, dy = outputGradient, dx = inputGradient, dw = kernelGradient, db = biasGradient)
        {
            var operands = new Conv2DGradients
            {
                Shape = shape,
                Input = x,
                Kernel = w,
                Output = relu ? y : null,
                OutputGradient = dy,
                InputGradient = dx,
                KernelGradient = dw,
                BiasGradient = db,
            };
            if (shape.IsWinograd)
            {
                WinogradConv2D.Backward(operands, workspace);
            }
            else
            {
                DirectConv2D.Backward(operands, workspace);
            }
        }
    }
}
