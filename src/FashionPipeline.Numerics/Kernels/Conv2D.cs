namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// A two-dimensional convolution with stride 1 and its gradients, channels last. Layouts are Keras's: input [batch, height, width,
/// channels], kernel [kernel height, kernel width, channels, filters], bias [filters], output [batch, output height, output width,
/// filters].
/// </summary>
/// <remarks>
/// Order of accumulation: an output starts from its bias and adds its window by row, column, channel. A gradient of the input starts
/// from zero and adds the outputs that it reached by row, column, filter; both see zeros beyond the border. Gradients of kernel and bias
/// start from zero in each of <see cref="Conv2DShape.Partials"/> parts of the batch and add image by image, row by row, column by
/// column; the parts are then added in their order.
/// </remarks>
public static unsafe class Conv2D
{
    private const int SumBlock = 4096;

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
            var padded = PaddedInputs(shape, workspace);
            workspace.Cores.Run(shape.Batch, new ForwardWork(shape, x, padded, w, b, y, relu));
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
            float* rotated = null;
            if (!inputGradient.IsEmpty)
            {
                rotated = workspace.Floats(Scratch.Transposed, shape.KernelLength);
                RotateAndTranspose(shape, w, rotated);
            }

            var sumsLength = shape.KernelLength + shape.Filters;
            var partials = workspace.Floats(Scratch.Partials, checked(shape.Partials * sumsLength));
            var work = new BackwardWork
            {
                Shape = shape,
                Input = x,
                PaddedInputs = PaddedInputs(shape, workspace),
                RotatedKernel = rotated,
                Output = relu ? y : null,
                OutputGradient = dy,
                PaddedGradients = workspace.Floats(Scratch.Gradient, checked(workspace.Cores.Count * shape.PaddedGradient.PaddedLength)),
                InputGradient = dx,
                Partials = partials,
            };
            workspace.Cores.Run(shape.Partials, work);
            workspace.Cores.Run((sumsLength + SumBlock - 1) / SumBlock, new SumWork(shape, partials, dw, db));
        }
    }

    /// <summary>Memory for the image that each worker pads; null where there is no border.</summary>
    private static float* PaddedInputs(Conv2DShape shape, Workspace workspace) => shape.PaddedInput.HasBorder
        ? workspace.Floats(Scratch.Padded, checked(workspace.Cores.Count * shape.PaddedInput.PaddedLength))
        : null;

    /// <summary>The image as it is where it has no border, else a copy within the worker's zeros.</summary>
    private static float* Pad(PaddedImage layout, float* image, float* buffers, int worker)
    {
        if (!layout.HasBorder)
        {
            return image;
        }

        var padded = buffers + ((nint)worker * layout.PaddedLength);
        new Span<float>(padded, layout.PaddedLength).Clear();
        for (var row = 0; row < layout.Height; row++)
        {
            new Span<float>(image + ((nint)row * layout.RowLength), layout.RowLength)
                .CopyTo(new Span<float>(padded + layout.Origin + ((nint)row * layout.PaddedRowLength), layout.RowLength));
        }

        return padded;
    }

    /// <summary>Turns the kernel by 180 degrees, inputs and outputs exchanged: [kernel height, kernel width, filters, channels].</summary>
    private static void RotateAndTranspose(Conv2DShape shape, float* kernel, float* rotated)
    {
        var last = (shape.KernelHeight * shape.KernelWidth) - 1;
        nint length = shape.Channels * shape.Filters;
        for (var place = 0; place <= last; place++)
        {
            Matrix.Transpose(kernel + (place * length), shape.Channels, shape.Filters, rotated + ((last - place) * length));
        }
    }

    /// <summary>The outputs of an image.</summary>
    private readonly struct ForwardWork(
        Conv2DShape shape, float* input, float* paddedInputs, float* kernel, float* bias, float* output, bool relu) : IWork
    {
        public void Compute(int item, int worker)
        {
            var image = Pad(shape.PaddedInput, input + ((nint)item * shape.ImageLength), paddedInputs, worker);
            new ValidConvolution
            {
                Image = shape.PaddedInput,
                Kernel = kernel,
                KernelHeight = shape.KernelHeight,
                KernelWidth = shape.KernelWidth,
                Filters = shape.Filters,
                Bias = bias,
                Relu = relu,
            }.Compute(image, output + ((nint)item * shape.OutputImageLength));
        }
    }

    /// <summary>The gradients of one part of the batch: its images' inputs, and its sums for kernel and bias.</summary>
    private struct BackwardWork : IWork
    {
        public required Conv2DShape Shape;
        public required float* Input;
        public required float* PaddedInputs;
        public required float* RotatedKernel;
        public required float* Output;
        public required float* OutputGradient;
        public required float* PaddedGradients;
        public required float* InputGradient;
        public required float* Partials;

        public readonly void Compute(int item, int worker)
        {
            var layout = Shape.PaddedGradient;
            var gradient = PaddedGradients + ((nint)worker * layout.PaddedLength);
            var kernelSums = Partials + ((nint)item * (Shape.KernelLength + Shape.Filters));
            var biasSums = kernelSums + Shape.KernelLength;
            new Span<float>(gradient, layout.PaddedLength).Clear();
            new Span<float>(biasSums, Shape.Filters).Clear();
            var convolution = new ValidConvolution
            {
                Image = layout,
                Kernel = RotatedKernel,
                KernelHeight = Shape.KernelHeight,
                KernelWidth = Shape.KernelWidth,
                Filters = Shape.Channels,
            };
            var first = (int)((long)item * Shape.Batch / Shape.Partials);
            var end = (int)((long)(item + 1) * Shape.Batch / Shape.Partials);
            for (var image = first; image < end; image++)
            {
                FillGradient(image, gradient + layout.Origin);
                if (RotatedKernel != null)
                {
                    convolution.Compute(gradient, InputGradient + ((nint)image * Shape.ImageLength));
                }

                var input = Pad(Shape.PaddedInput, Input + ((nint)image * Shape.ImageLength), PaddedInputs, worker);
                AddKernelGradient(input, gradient + layout.Origin, kernelSums, isFirst: image == first);
                for (var row = 0; row < Shape.OutputHeight; row++)
                {
                    var pixels = gradient + layout.Origin + ((nint)row * layout.PaddedRowLength);
                    Matrix.AddRows(pixels, Shape.Filters, Shape.OutputWidth, Shape.Filters, biasSums);
                }
            }
        }

        /// <summary>Lays the gradient of an image's output within its border; behind a relu, only where the output is above zero.</summary>
        private readonly void FillGradient(int image, float* destination)
        {
            var layout = Shape.PaddedGradient;
            var offset = (nint)image * Shape.OutputImageLength;
            for (var row = 0; row < layout.Height; row++, offset += layout.RowLength, destination += layout.PaddedRowLength)
            {
                if (Output != null)
                {
                    Elementwise.Gradient<Relu>(Output + offset, OutputGradient + offset, destination, layout.RowLength);
                }
                else
                {
                    new Span<float>(OutputGradient + offset, layout.RowLength).CopyTo(new Span<float>(destination, layout.RowLength));
                }
            }
        }

        /// <summary>Adds one image to the kernel's gradient: each row of the kernel is a product of pixels and gradients.</summary>
        private readonly void AddKernelGradient(float* input, float* gradient, float* sums, bool isFirst)
        {
            var rows = Shape.KernelWidth * Shape.Channels;
            var inputRow = Shape.PaddedInput.PaddedRowLength;
            for (var kernelRow = 0; kernelRow < Shape.KernelHeight; kernelRow++)
            {
                var output = sums + ((nint)kernelRow * rows * Shape.Filters);
                new Product
                {
                    Left = input + ((nint)kernelRow * inputRow),
                    LeftRowStride = 1,
                    LeftStepStride = Shape.Channels,
                    LeftRunStride = inputRow,
                    Right = gradient,
                    RightStepStride = Shape.Filters,
                    RightRunStride = Shape.PaddedGradient.PaddedRowLength,
                    Runs = Shape.OutputHeight,
                    RunLength = Shape.OutputWidth,
                    Start = isFirst ? null : output,
                    StartRowStride = Shape.Filters,
                    Output = output,
                    OutputRowStride = Shape.Filters,
                }.Compute(rows, Shape.Filters);
            }
        }
    }

    /// <summary>Adds the parts' sums, a block of them, into those of the first part.</summary>
    private readonly struct SumWork(Conv2DShape shape, float* partials, float* kernelGradient, float* biasGradient) : IWork
    {
        public void Compute(int item, int worker)
        {
            var length = shape.KernelLength + shape.Filters;
            var start = item * SumBlock;
            var end = Math.Min(start + SumBlock, length);
            for (var part = 1; part < shape.Partials; part++)
            {
                Matrix.AddRows(partials + ((nint)part * length) + start, 0, 1, end - start, partials + start);
            }

            for (var i = start; i < end; i++)
            {
                *(i < shape.KernelLength ? kernelGradient + i : biasGradient + (i - shape.KernelLength)) = partials[i];
            }
        }
    }
}
