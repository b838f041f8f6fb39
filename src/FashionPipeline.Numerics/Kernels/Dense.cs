namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// A fully connected layer, y = x·kernel + bias, and its gradients. Layouts are Keras's: input [batch, features], kernel
/// [features, units], bias [units], output [batch, units].
/// </summary>
/// <remarks>
/// Order of accumulation: an output starts from its bias and adds the features in their order; a gradient of the input starts from
/// zero and adds the units in their order; gradients of kernel and bias start from zero and add the rows of the batch in their order.
/// </remarks>
public static unsafe class Dense
{
    private const int RowBlock = 32;
    private const int ColumnBlock = 32;

    /// <summary>Computes the output.</summary>
    /// <param name="shape">The sizes.</param>
    /// <param name="input">[batch, features].</param>
    /// <param name="kernel">[features, units].</param>
    /// <param name="bias">[units].</param>
    /// <param name="output">[batch, units], written.</param>
    /// <param name="relu">Whether the output is max(0, y).</param>
    /// <param name="workspace">Cores and memory.</param>
    /// <exception cref="ArgumentException">A length does not fit the shape.</exception>
    public static void Forward(
        DenseShape shape,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> kernel,
        ReadOnlySpan<float> bias,
        Span<float> output,
        bool relu,
        Workspace workspace)
    {
        Lengths.Require(input.Length, shape.InputLength);
        Lengths.Require(kernel.Length, shape.KernelLength);
        Lengths.Require(bias.Length, shape.Units);
        Lengths.Require(output.Length, shape.OutputLength);
        fixed (float* x = input, w = kernel, b = bias, y = output)
        {
            var blocks = BlockCount(shape.Batch, RowBlock) * BlockCount(shape.Units, ColumnBlock);
            workspace.Cores.Run(blocks, new ForwardWork(shape, x, w, b, y, relu));
        }
    }

    /// <summary>Computes the gradients of a loss.</summary>
    /// <param name="shape">The sizes.</param>
    /// <param name="input">[batch, features], as it went in.</param>
    /// <param name="kernel">[features, units].</param>
    /// <param name="output">[batch, units], as it came out; read with <paramref name="relu"/> only.</param>
    /// <param name="outputGradient">Gradient of the output: [batch, units].</param>
    /// <param name="inputGradient">Gradient of the input, written: [batch, features]; empty where nobody needs it.</param>
    /// <param name="kernelGradient">Gradient of the kernel, written: [features, units].</param>
    /// <param name="biasGradient">Gradient of the bias, written: [units].</param>
    /// <param name="relu">Whether the output was max(0, y).</param>
    /// <param name="workspace">Cores and memory.</param>
    /// <exception cref="ArgumentException">A length does not fit the shape.</exception>
    public static void Backward(
        DenseShape shape,
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
        Lengths.Require(biasGradient.Length, shape.Units);
        fixed (float* x = input, w = kernel, y = output, dy = outputGradient, dx = inputGradient, dw = kernelGradient, db = biasGradient)
        {
            var gradient = dy;
            if (relu)
            {
                gradient = workspace.Floats(Scratch.Gradient, shape.OutputLength);
                Elementwise.Gradient<Relu>(y, dy, gradient, shape.OutputLength);
            }

            biasGradient.Clear();
            Matrix.AddRows(gradient, shape.Units, shape.Batch, shape.Units, db);
            var transposed = workspace.Floats(Scratch.Transposed, checked(workspace.Cores.Count * ColumnBlock * shape.Units));
            var work = new BackwardWork(shape, x, w, gradient, inputGradient.IsEmpty ? null : dx, dw, transposed);
            workspace.Cores.Run(BlockCount(shape.Features, ColumnBlock), work);
        }
    }

    private static int BlockCount(int length, int block) => (length + block - 1) / block;

    /// <summary>A block of rows and units.</summary>
    private readonly struct ForwardWork(DenseShape shape, float* input, float* kernel, float* bias, float* output, bool relu) : IWork
    {
        public void Compute(int item, int worker)
        {
            var columnBlocks = BlockCount(shape.Units, ColumnBlock);
            var row = item / columnBlocks * RowBlock;
            var column = item % columnBlocks * ColumnBlock;
            new Product
            {
                Left = input + ((nint)row * shape.Features),
                LeftRowStride = shape.Features,
                LeftStepStride = 1,
                Right = kernel + column,
                RightStepStride = shape.Units,
                Runs = 1,
                RunLength = shape.Features,
                Start = bias + column,
                Output = output + ((nint)row * shape.Units) + column,
                OutputRowStride = shape.Units,
                Relu = relu,
            }.Compute(Math.Min(RowBlock, shape.Batch - row), Math.Min(ColumnBlock, shape.Units - column));
        }
    }

    /// <summary>Gradients of a block of features: of their kernel rows, and of the input's columns.</summary>
    private readonly struct BackwardWork(
        DenseShape shape,
        float* input,
        float* kernel,
        float* gradient,
        float* inputGradient,
        float* kernelGradient,
        float* transposed) : IWork
    {
        public void Compute(int item, int worker)
        {
            var feature = item * ColumnBlock;
            var features = Math.Min(ColumnBlock, shape.Features - feature);
            new Product
            {
                Left = input + feature,
                LeftRowStride = 1,
                LeftStepStride = shape.Features,
                Right = gradient,
                RightStepStride = shape.Units,
                Runs = 1,
                RunLength = shape.Batch,
                Output = kernelGradient + ((nint)feature * shape.Units),
                OutputRowStride = shape.Units,
            }.Compute(features, shape.Units);
            if (inputGradient == null)
            {
                return;
            }

            var columns = transposed + ((nint)worker * ColumnBlock * shape.Units);
            Matrix.Transpose(kernel + ((nint)feature * shape.Units), features, shape.Units, columns);
            new Product
            {
                Left = gradient,
                LeftRowStride = shape.Units,
                LeftStepStride = 1,
                Right = columns,
                RightStepStride = features,
                Runs = 1,
                RunLength = shape.Units,
                Output = inputGradient + feature,
                OutputRowStride = shape.Features,
            }.Compute(shape.Batch, features);
        }
    }
}
