namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// A two-dimensional convolution with stride 1 and its gradients, channels last. Layouts are Keras's: input [batch, height, width,
/// channels], kernel [kernel height, kernel width, channels, filters], bias [filters], output [batch, output height, output width, filters].
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
            var work = new ForwardWork
            {
                Shape = shape,
                Input = x,
                Padded = shape.InputBorder.IsNone ? null : workspace.Floats(Scratch.Padded, checked(workspace.Cores.Count * shape.InputBorder.Length)),
                Kernel = w,
                Bias = b,
                Output = y,
                Relu = relu,
            };
            workspace.Cores.Run(shape.Batch, &ComputeOutputs, &work);
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

        var cores = workspace.Cores;
        fixed (float* x = input, w = kernel, y = output, dy = outputGradient, dx = inputGradient, dw = kernelGradient, db = biasGradient)
        {
            var work = new BackwardWork
            {
                Shape = shape,
                Input = x,
                Padded = shape.InputBorder.IsNone ? null : workspace.Floats(Scratch.Padded, checked(cores.Count * shape.InputBorder.Length)),
                Output = relu ? y : null,
                OutputGradient = dy,
                Gradient = workspace.Floats(Scratch.Gradient, checked(cores.Count * shape.GradientBorder.Length)),
                InputGradient = inputGradient.IsEmpty ? null : dx,
                Partials = workspace.Floats(Scratch.Partials, checked(shape.Partials * (shape.KernelLength + shape.Filters))),
                KernelGradient = dw,
                BiasGradient = db,
            };
            if (work.InputGradient != null)
            {
                work.Turned = workspace.Floats(Scratch.Transposed, shape.KernelLength);
                Turn(shape, w, work.Turned);
            }

            cores.Run(shape.Partials, &ComputeGradients, &work);
            cores.Run((shape.KernelLength + shape.Filters + SumBlock - 1) / SumBlock, &AddPartials, &work);
        }
    }

    private static void ComputeOutputs(ForwardWork* work, int image, int worker)
    {
        var shape = work->Shape;
        var border = shape.InputBorder;
        var input = Padded(border, work->Input + ((nint)image * shape.ImageLength), work->Padded, worker);
        Convolve(
            input, border, work->Kernel, shape, work->Bias,
            work->Output + ((nint)image * shape.OutputImageLength), shape.OutputHeight, shape.OutputWidth, shape.Filters, work->Relu);
    }

    /// <summary>Gradients of one part of the batch.</summary>
    private static void ComputeGradients(BackwardWork* work, int part, int worker)
    {
        var shape = work->Shape;
        var inputBorder = shape.InputBorder;
        var gradientBorder = shape.GradientBorder;
        var gradient = work->Gradient + ((nint)worker * gradientBorder.Length);
        var kernelSums = work->Partials + ((nint)part * (shape.KernelLength + shape.Filters));
        var biasSums = kernelSums + shape.KernelLength;
        new Span<float>(gradient, gradientBorder.Length).Clear();
        new Span<float>(biasSums, shape.Filters).Clear();
        var first = (int)((long)part * shape.Batch / shape.Partials);
        var end = (int)((long)(part + 1) * shape.Batch / shape.Partials);
        for (var image = first; image < end; image++)
        {
            var offset = (nint)image * shape.OutputImageLength;
            FillGradient(gradientBorder, work->Output == null ? null : work->Output + offset, work->OutputGradient + offset, gradient);
            if (work->InputGradient != null)
            {
                Convolve(
                    gradient, gradientBorder, work->Turned, shape, null,
                    work->InputGradient + ((nint)image * shape.ImageLength), shape.Height, shape.Width, shape.Channels, relu: false);
            }

            var input = Padded(inputBorder, work->Input + ((nint)image * shape.ImageLength), work->Padded, worker);
            AddKernelGradient(shape, input, gradient + gradientBorder.Origin, kernelSums, isFirst: image == first);
            for (var row = 0; row < shape.OutputHeight; row++)
            {
                var pixels = gradient + gradientBorder.Origin + ((nint)row * gradientBorder.FullRow);
                Gradients.AddRows(pixels, shape.Filters, shape.OutputWidth, shape.Filters, biasSums);
            }
        }
    }

    /// <summary>Slides the kernel over an image that has its border: each row of outputs is a product of windows and kernel.</summary>
    private static void Convolve(
        float* image, Border border, float* kernel, Conv2DShape shape, float* bias, float* output, int height, int width, int filters, bool relu)
    {
        var run = shape.KernelWidth * border.Channels;
        for (var row = 0; row < height; row++)
        {
            new Product
            {
                Left = image + ((nint)row * border.FullRow),
                LeftRow = border.Channels,
                LeftStep = 1,
                LeftRun = border.FullRow,
                Right = kernel,
                RightStep = filters,
                RightRun = (nint)run * filters,
                Runs = shape.KernelHeight,
                RunLength = run,
                Start = bias,
                Output = output + ((nint)row * width * filters),
                OutputRow = filters,
                Relu = relu,
            }.Compute(width, filters);
        }
    }

    /// <summary>Adds one image to the sums of the kernel's gradient: each row of the kernel is a product of pixels and gradients.</summary>
    private static void AddKernelGradient(Conv2DShape shape, float* input, float* gradient, float* sums, bool isFirst)
    {
        var border = shape.InputBorder;
        var rows = shape.KernelWidth * shape.Channels;
        for (var kernelRow = 0; kernelRow < shape.KernelHeight; kernelRow++)
        {
            var output = sums + ((nint)kernelRow * rows * shape.Filters);
            new Product
            {
                Left = input + ((nint)kernelRow * border.FullRow),
                LeftRow = 1,
                LeftStep = shape.Channels,
                LeftRun = border.FullRow,
                Right = gradient,
                RightStep = shape.Filters,
                RightRun = shape.GradientBorder.FullRow,
                Runs = shape.OutputHeight,
                RunLength = shape.OutputWidth,
                Start = isFirst ? null : output,
                StartRow = shape.Filters,
                Output = output,
                OutputRow = shape.Filters,
            }.Compute(rows, shape.Filters);
        }
    }

    private static void AddPartials(BackwardWork* work, int block, int worker)
    {
        var shape = work->Shape;
        var length = shape.KernelLength + shape.Filters;
        var start = block * SumBlock;
        var end = Math.Min(start + SumBlock, length);
        var sums = work->Partials;
        for (var part = 1; part < shape.Partials; part++)
        {
            Gradients.AddRows(work->Partials + ((nint)part * length) + start, 0, 1, end - start, sums + start);
        }

        for (var i = start; i < end; i++)
        {
            *(i < shape.KernelLength ? work->KernelGradient + i : work->BiasGradient + (i - shape.KernelLength)) = sums[i];
        }
    }

    /// <summary>The image as it is where it has no border, else a copy within the worker's zeros.</summary>
    private static float* Padded(Border border, float* image, float* buffer, int worker)
    {
        if (border.IsNone)
        {
            return image;
        }

        var padded = buffer + ((nint)worker * border.Length);
        new Span<float>(padded, border.Length).Clear();
        for (var row = 0; row < border.Height; row++)
        {
            new Span<float>(image + ((nint)row * border.Row), border.Row)
                .CopyTo(new Span<float>(padded + border.Origin + ((nint)row * border.FullRow), border.Row));
        }

        return padded;
    }

    /// <summary>Lays the gradient of one output within its border; behind a relu, only where the output is above zero.</summary>
    private static void FillGradient(Border border, float* output, float* gradient, float* padded)
    {
        for (var row = 0; row < border.Height; row++)
        {
            var source = gradient + ((nint)row * border.Row);
            var destination = padded + border.Origin + ((nint)row * border.FullRow);
            if (output != null)
            {
                Relu.Gradient(output + ((nint)row * border.Row), source, destination, border.Row);
            }
            else
            {
                new Span<float>(source, border.Row).CopyTo(new Span<float>(destination, border.Row));
            }
        }
    }

    /// <summary>The kernel turned by half a turn, inputs and outputs exchanged: [kernel height, kernel width, filters, channels].</summary>
    private static void Turn(Conv2DShape shape, float* kernel, float* turned)
    {
        var window = shape.KernelHeight * shape.KernelWidth;
        var length = shape.Channels * shape.Filters;
        for (var place = 0; place < window; place++)
        {
            Gradients.Transpose(kernel + ((nint)place * length), shape.Channels, shape.Filters, turned + ((nint)(window - 1 - place) * length));
        }
    }

    private struct ForwardWork
    {
        public Conv2DShape Shape;
        public float* Input;
        public float* Padded;
        public float* Kernel;
        public float* Bias;
        public float* Output;
        public bool Relu;
    }

    private struct BackwardWork
    {
        public Conv2DShape Shape;
        public float* Input;
        public float* Padded;
        public float* Turned;
        public float* Output;
        public float* OutputGradient;
        public float* Gradient;
        public float* InputGradient;
        public float* Partials;
        public float* KernelGradient;
        public float* BiasGradient;
    }
}
