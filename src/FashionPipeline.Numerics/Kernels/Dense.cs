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
    private const int ColumnBlock = 32;

    // Rows of a forward item: fewer where there would be little for many cores.
    private const int MostRows = 64;
    private const int FewestRows = 16;
    private const int ManyItems = 16;

    // Steps of a panel that stays in the first cache beside the rows that it meets.
    private const int StepBlock = 128;

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
            var columnBlocks = BlockCount(shape.Units, ColumnBlock);
            var rowBlock = MostRows;
            while (rowBlock > FewestRows && BlockCount(shape.Batch, rowBlock) * columnBlocks < ManyItems)
            {
                rowBlock /= 2;
            }

            var panels = Product.WantsPanels ? workspace.Floats(Scratch.Panels, workspace.Cores.Count * StepBlock * ColumnBlock) : null;
            var work = new ForwardWork(shape, x, w, b, y, relu, panels, rowBlock);
            workspace.Cores.Run(BlockCount(shape.Batch, rowBlock) * columnBlocks, work);
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
            var panels = workspace.Floats(Scratch.Gradient, shape.OutputLength);
            workspace.Cores.Run(BlockCount(shape.Units, ColumnBlock), new GradientWork(shape, relu ? y : null, dy, panels, db));
            var transposed = workspace.Floats(Scratch.Transposed, checked(workspace.Cores.Count * ColumnBlock * shape.Units));
            var work = new BackwardWork(shape, x, w, panels, inputGradient.IsEmpty ? null : dx, dw, transposed);
            workspace.Cores.Run(BlockCount(shape.Features, ColumnBlock), work);
        }
    }

    private static int BlockCount(int length, int block) => (length + block - 1) / block;

    /// <summary>A block of rows and units.</summary>
    private readonly struct ForwardWork(
        DenseShape shape, float* input, float* kernel, float* bias, float* output, bool relu, float* panels, int rowBlock) : IWork
    {
        public void Compute(int item, int worker)
        {
            var columnBlocks = BlockCount(shape.Units, ColumnBlock);
            var row = item / columnBlocks * rowBlock;
            var column = item % columnBlocks * ColumnBlock;
            var (rows, columns) = (Math.Min(rowBlock, shape.Batch - row), Math.Min(ColumnBlock, shape.Units - column));
            var product = new Product
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
            };
            if (panels == null)
            {
                product.Compute(rows, columns);
            }
            else
            {
                product.ComputeByPanels(rows, columns, StepBlock, panels + ((nint)worker * StepBlock * ColumnBlock));
            }
        }
    }

    /// <summary>
    /// A block of units: the gradient behind the activation, laid out as a panel [batch, units of the block], and that of the bias.
    /// </summary>
    private readonly struct GradientWork(
        DenseShape shape, float* output, float* outputGradient, float* panels, float* biasGradient) : IWork
    {
        public void Compute(int item, int worker)
        {
            var unit = item * ColumnBlock;
            var units = Math.Min(ColumnBlock, shape.Units - unit);
            var panel = panels + ((nint)unit * shape.Batch);
            if (output == null)
            {
                Matrix.CopyRows(outputGradient + unit, shape.Units, shape.Batch, units, panel);
            }

            for (var row = 0; output != null && row < shape.Batch; row++)
            {
                var place = ((nint)row * shape.Units) + unit;
                Elementwise.Gradient<Relu>(output + place, outputGradient + place, panel + ((nint)row * units), units);
            }

            new Span<float>(biasGradient + unit, units).Clear();
            Matrix.AddRows(panel, units, shape.Batch, units, biasGradient + unit);
        }
    }

    /// <summary>Gradients of a block of features: of their kernel rows, and of the input's columns.</summary>
    private readonly struct BackwardWork(
        DenseShape shape,
        float* input,
        float* kernel,
        float* panels,
        float* inputGradient,
        float* kernelGradient,
        float* transposed) : IWork
    {
        public void Compute(int item, int worker)
        {
            var feature = item * ColumnBlock;
            var features = Math.Min(ColumnBlock, shape.Features - feature);
            for (var unit = 0; unit < shape.Units; unit += ColumnBlock)
            {
                var units = Math.Min(ColumnBlock, shape.Units - unit);
                new Product
                {
                    Left = input + feature,
                    LeftRowStride = 1,
                    LeftStepStride = shape.Features,
                    Right = panels + ((nint)unit * shape.Batch),
                    RightStepStride = units,
                    Runs = 1,
                    RunLength = shape.Batch,
                    Output = kernelGradient + ((nint)feature * shape.Units) + unit,
                    OutputRowStride = shape.Units,
                }.Compute(features, units);
            }

            if (inputGradient != null)
            {
                var columns = transposed + ((nint)worker * ColumnBlock * shape.Units);
                Matrix.Transpose(kernel + ((nint)feature * shape.Units), features, shape.Units, columns);
                var (full, rest) = (shape.Units / ColumnBlock, shape.Units % ColumnBlock);
                if (full > 0)
                {
                    MultiplyPanels(0, full, ColumnBlock, columns, feature, features);
                }

                if (full == 0 || rest > 0)
                {
                    MultiplyPanels(full * ColumnBlock, 1, rest, columns, feature, features);
                }
            }
        }

        /// <summary>Adds panels of one number of units to the gradient of the input; the first ones start it from zero.</summary>
        private void MultiplyPanels(int unit, int count, int units, float* columns, int feature, int features)
        {
            var output = inputGradient + feature;
            new Product
            {
                Left = panels + ((nint)unit * shape.Batch),
                LeftRowStride = units,
                LeftStepStride = 1,
                LeftRunStride = (nint)units * shape.Batch,
                Right = columns + ((nint)unit * features),
                RightStepStride = features,
                RightRunStride = (nint)units * features,
                Runs = count,
                RunLength = units,
                Start = unit == 0 ? null : output,
                StartRowStride = shape.Features,
                Output = output,
                OutputRowStride = shape.Features,
            }.Compute(shape.Batch, features);
        }
    }
}
