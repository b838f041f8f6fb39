namespace FashionPipeline.Numerics.Kernels;

/// <summary>A convolution by its definition.</summary>
/// <remarks>
/// Order of accumulation: an output starts from its bias and adds its window by row, column, channel. A gradient of the input starts
/// from zero and adds the outputs that it reached by row, column, filter; both see zeros beyond the border, and the latter zeros between
/// the outputs of windows that lie apart. Gradients of kernel and bias start from zero in each of <see cref="Conv2DShape.Partials"/> parts
/// of the batch and add image by image, row by row, column by column; the parts are then added in their order.
/// </remarks>
internal static unsafe class DirectConv2D
{
    private const int SumBlock = 4096;

    /// <summary>Computes the output; arguments as in <see cref="Conv2D"/>.</summary>
    public static void Forward(
        Conv2DShape shape, float* input, float* kernel, float* bias, float* output, bool relu, Workspace workspace)
    {
        var padded = PaddedInputs(shape, workspace);
        workspace.Cores.Run(shape.Batch, new ForwardWork(shape, input, padded, kernel, bias, output, relu));
    }

    /// <summary>Computes the gradients of a batch of at least one image.</summary>
    public static void Backward(Conv2DGradients operands, Workspace workspace)
    {
        var shape = operands.Shape;
        float* rotated = null;
        if (operands.InputGradient != null)
        {
            rotated = workspace.Floats(Scratch.Transposed, shape.KernelLength);
            RotateAndTranspose(shape, operands.Kernel, rotated);
        }

        var sumsLength = shape.KernelLength + shape.Filters;
        var partials = workspace.Floats(Scratch.Partials, checked(shape.Partials * sumsLength));
        var work = new BackwardWork
        {
            Operands = operands,
            PaddedInputs = PaddedInputs(shape, workspace),
            RotatedKernel = rotated,
            PaddedGradients = workspace.Floats(Scratch.Gradient, checked(workspace.Cores.Count * shape.PaddedGradient.PaddedLength)),
            Partials = partials,
        };
        workspace.Cores.Run(shape.Partials, work);
        workspace.Cores.Run((sumsLength + SumBlock - 1) / SumBlock, new SumWork(operands, partials));
    }

    /// <summary>Memory for the image that each worker pads; null where there is no border.</summary>
    private static float* PaddedInputs(Conv2DShape shape, Workspace workspace) => shape.PaddedInput.HasBorder
        ? workspace.Floats(Scratch.Padded, checked(workspace.Cores.Count * shape.PaddedInput.PaddedLength))
        : null;

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
            var layout = shape.PaddedInput;
            var image = layout.Pad(input + ((nint)item * shape.ImageLength), paddedInputs + ((nint)worker * layout.PaddedLength));
            new ValidConvolution
            {
                Image = layout,
                Kernel = kernel,
                KernelHeight = shape.KernelHeight,
                KernelWidth = shape.KernelWidth,
                Filters = shape.Filters,
                Stride = shape.Stride,
                Bias = bias,
                Relu = relu,
            }.Compute(image, output + ((nint)item * shape.OutputImageLength));
        }
    }

    /// <summary>The gradients of one part of the batch: its images' inputs, and its sums for kernel and bias.</summary>
    private struct BackwardWork : IWork
    {
        public required Conv2DGradients Operands;
        public required float* PaddedInputs;
        public required float* RotatedKernel;
        public required float* PaddedGradients;
        public required float* Partials;

        public readonly void Compute(int item, int worker)
        {
            var shape = Operands.Shape;
            var (inputs, gradients) = (shape.PaddedInput, shape.PaddedGradient);
            var gradient = PaddedGradients + ((nint)worker * gradients.PaddedLength);
            var kernelSums = Partials + ((nint)item * (shape.KernelLength + shape.Filters));
            var biasSums = kernelSums + shape.KernelLength;
            new Span<float>(gradient, gradients.PaddedLength).Clear();
            new Span<float>(biasSums, shape.Filters).Clear();
            var convolution = new ValidConvolution
            {
                Image = gradients,
                Kernel = RotatedKernel,
                KernelHeight = shape.KernelHeight,
                KernelWidth = shape.KernelWidth,
                Filters = shape.Channels,
                Stride = 1,
            };
            var (first, end) = Operands.Images(item);
            for (var image = first; image < end; image++)
            {
                Operands.LayOutputGradient(image, gradients, gradient);
                var offset = (nint)image * shape.ImageLength;
                if (RotatedKernel != null)
                {
                    convolution.Compute(gradient, Operands.InputGradient + offset);
                }

                var input = inputs.Pad(Operands.Input + offset, PaddedInputs + ((nint)worker * inputs.PaddedLength));
                AddKernelGradient(input, gradient + gradients.Origin, kernelSums, isFirst: image == first);
                Operands.AddBiasGradient(gradients, gradient, biasSums);
            }
        }

        /// <summary>Adds one image to the kernel's gradient: each row of the kernel is a product of pixels and gradients.</summary>
        private readonly void AddKernelGradient(float* input, float* gradient, float* sums, bool isFirst)
        {
            var shape = Operands.Shape;
            var rows = shape.KernelWidth * shape.Channels;
            var inputRow = shape.PaddedInput.PaddedRowLength;
            for (var kernelRow = 0; kernelRow < shape.KernelHeight; kernelRow++)
            {
                var output = sums + ((nint)kernelRow * rows * shape.Filters);
                new Product
                {
                    Left = input + ((nint)kernelRow * inputRow),
                    LeftRowStride = 1,
                    LeftStepStride = shape.Stride * shape.Channels,
                    LeftRunStride = shape.Stride * inputRow,
                    Right = gradient,
                    RightStepStride = shape.Stride * shape.Filters,
                    RightRunStride = shape.Stride * shape.PaddedGradient.PaddedRowLength,
                    Runs = shape.OutputHeight,
                    RunLength = shape.OutputWidth,
                    Start = isFirst ? null : output,
                    StartRowStride = shape.Filters,
                    Output = output,
                    OutputRowStride = shape.Filters,
                }.Compute(rows, shape.Filters);
            }
        }
    }

    /// <summary>Adds the parts' sums, a block of them, into those of the first part.</summary>
    private readonly struct SumWork(Conv2DGradients operands, float* partials) : IWork
    {
        public void Compute(int item, int worker)
        {
            var kernelLength = operands.Shape.KernelLength;
            var length = kernelLength + operands.Shape.Filters;
            var start = item * SumBlock;
            var end = Math.Min(start + SumBlock, length);
            for (var part = 1; part < operands.Shape.Partials; part++)
            {
                Matrix.AddRows(partials + ((nint)part * length) + start, 0, 1, end - start, partials + start);
            }

            for (var i = start; i < end; i++)
            {
                *(i < kernelLength ? operands.KernelGradient + i : operands.BiasGradient + (i - kernelLength)) = partials[i];
            }
        }
    }
}
