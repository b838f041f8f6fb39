namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// A convolution with a kernel of 3x3 by Winograd's F(2x2, 3x3): 16 multiplications for 4 outputs and not 36. Pixels, weights and
/// gradients of tiles become 16 points; at each point, a product of matrices joins tiles, channels and filters; 16 points become
/// outputs and gradients again. The gradients are the transposed algorithm and need the same points.
/// Source: Lavin, Gray, "Fast algorithms for convolutional neural networks", CVPR 2016.
/// </summary>
/// <remarks>
/// Order of accumulation, beside that of the maps (<see cref="IWinogradMap"/>): a point of an output starts from zero, the one of row 1
/// and column 1, which counts once in each output, from the bias; it adds the channels in their order. A point of a pixel's gradient
/// starts from zero and adds the filters in their order; the gradient of a pixel starts from zero and adds its tiles, row by row. A
/// point of a weight's gradient starts from zero in each of <see cref="Conv2DShape.Partials"/> parts of the batch and adds image by
/// image, tile by tile, row by row; the parts are then added in their order, and what results is taken back from the points. The
/// gradient of the bias is as in <see cref="DirectConv2D"/>.
/// </remarks>
internal static unsafe class WinogradConv2D
{
    private const int Points = WinogradLayout.Points;

    // Where every output counts once: row 1, column 1.
    private const int BiasPoint = (1 * 4) + 1;

    /// <summary>Computes the output; arguments as in <see cref="Conv2D"/>.</summary>
    public static void Forward(
        Conv2DShape shape, float* input, float* kernel, float* bias, float* output, bool relu, Workspace workspace)
    {
        var layout = new WinogradLayout(shape);
        var (cores, count) = (workspace.Cores, workspace.Cores.Count);
        var kernelPoints = workspace.Floats(Scratch.KernelPoints, layout.KernelPointsLength);
        cores.Run(shape.Channels, new KernelWork(shape, kernel, kernelPoints));
        cores.Run(shape.Batch, new ForwardWork
        {
            Layout = layout,
            Input = input,
            PaddedInputs = workspace.Floats(Scratch.Padded, checked(count * layout.Input.PaddedLength)),
            KernelPoints = kernelPoints,
            Bias = bias,
            PixelPoints = workspace.Floats(Scratch.PixelPoints, checked(count * layout.PixelPointsLength)),
            OutputPoints = workspace.Floats(Scratch.OutputPoints, checked(count * layout.OutputPointsLength)),
            Output = output,
            PaddedOutputs = workspace.Floats(Scratch.Gradient, checked(count * layout.Output.PaddedLength)),
            Relu = relu,
        });
    }

    /// <summary>Computes the gradients of a batch of at least one image.</summary>
    public static void Backward(Conv2DGradients operands, Workspace workspace)
    {
        var shape = operands.Shape;
        var layout = new WinogradLayout(shape);
        var (cores, count) = (workspace.Cores, workspace.Cores.Count);
        float* transposed = null;
        if (operands.InputGradient != null)
        {
            var kernelPoints = workspace.Floats(Scratch.KernelPoints, layout.KernelPointsLength);
            transposed = workspace.Floats(Scratch.Transposed, layout.KernelPointsLength);
            cores.Run(shape.Channels, new KernelWork(shape, operands.Kernel, kernelPoints));
            cores.Run(Points, new TransposeWork(shape, kernelPoints, transposed));
        }

        var partials = workspace.Floats(Scratch.Partials, checked(shape.Partials * layout.SumsLength));
        cores.Run(shape.Partials, new BackwardWork
        {
            Operands = operands,
            Layout = layout,
            PaddedInputs = workspace.Floats(Scratch.Padded, checked(count * layout.Input.PaddedLength)),
            PaddedInputGradients = workspace.Floats(Scratch.PaddedGradient, checked(count * layout.Input.PaddedLength)),
            PaddedGradients = workspace.Floats(Scratch.Gradient, checked(count * layout.Output.PaddedLength)),
            TransposedKernelPoints = transposed,
            PixelPoints = workspace.Floats(Scratch.PixelPoints, checked(count * layout.PixelPointsLength)),
            OutputPoints = workspace.Floats(Scratch.OutputPoints, checked(count * layout.OutputPointsLength)),
            Partials = partials,
        });
        cores.Run(shape.Channels, new SumWork(operands, layout, partials));
    }

    /// <summary>The points of the weights of one channel.</summary>
    private readonly struct KernelWork(Conv2DShape shape, float* kernel, float* points) : IWork
    {
        public void Compute(int item, int worker)
        {
            nint place = shape.Channels * shape.Filters;
            var channel = (nint)item * shape.Filters;
            WinogradTransform.Apply<WeightsToPoints, StoreValue>(
                kernel + channel, 3 * place, place, points + channel, 4 * place, place, shape.Filters);
        }
    }

    /// <summary>[channels, filters] -> [filters, channels] at one point.</summary>
    private readonly struct TransposeWork(Conv2DShape shape, float* points, float* transposed) : IWork
    {
        public void Compute(int item, int worker)
        {
            var start = (nint)item * shape.Channels * shape.Filters;
            Matrix.Transpose(points + start, shape.Channels, shape.Filters, transposed + start);
        }
    }

    /// <summary>The outputs of an image.</summary>
    private struct ForwardWork : IWork
    {
        public required WinogradLayout Layout;
        public required float* Input;
        public required float* PaddedInputs;
        public required float* KernelPoints;
        public required float* Bias;
        public required float* PixelPoints;
        public required float* OutputPoints;
        public required float* Output;
        public required float* PaddedOutputs;
        public required bool Relu;

        public readonly void Compute(int item, int worker)
        {
            var (shape, inputs, outputs) = (Layout.Shape, Layout.Input, Layout.Output);
            var input = inputs.Pad(Input + ((nint)item * shape.ImageLength), PaddedInputs + ((nint)worker * inputs.PaddedLength));
            var output = Output + ((nint)item * shape.OutputImageLength);
            var padded = outputs.HasBorder ? PaddedOutputs + ((nint)worker * outputs.PaddedLength) : output;
            var pixelPoints = PixelPoints + ((nint)worker * Layout.PixelPointsLength);
            var outputPoints = OutputPoints + ((nint)worker * Layout.OutputPointsLength);
            for (var band = 0; band < Layout.Bands; band++)
            {
                Layout.Transform<PixelsToPoints>(band, inputs, input, pixelPoints, Layout.PixelPointStride);
                for (var point = 0; point < Points; point++)
                {
                    new Product
                    {
                        Left = pixelPoints + (point * Layout.PixelPointStride),
                        LeftRowStride = shape.Channels,
                        LeftStepStride = 1,
                        Right = KernelPoints + ((nint)point * shape.Channels * shape.Filters),
                        RightStepStride = shape.Filters,
                        Runs = 1,
                        RunLength = shape.Channels,
                        Start = point == BiasPoint ? Bias : null,
                        Output = outputPoints + (point * Layout.OutputPointStride),
                        OutputRowStride = shape.Filters,
                    }.Compute(Layout.Tiles(band), shape.Filters);
                }

                if (Relu)
                {
                    Layout.TransformBack<PointsToOutputs, StoreRelu>(band, outputPoints, Layout.OutputPointStride, outputs, padded);
                }
                else
                {
                    Layout.TransformBack<PointsToOutputs, StoreValue>(band, outputPoints, Layout.OutputPointStride, outputs, padded);
                }
            }

            outputs.Crop(padded, output);
        }
    }

    /// <summary>The gradients of one part of the batch: its images' inputs, and its sums for kernel and bias.</summary>
    private struct BackwardWork : IWork
    {
        public required Conv2DGradients Operands;
        public required WinogradLayout Layout;
        public required float* PaddedInputs;
        public required float* PaddedInputGradients;
        public required float* PaddedGradients;
        public required float* TransposedKernelPoints;
        public required float* PixelPoints;
        public required float* OutputPoints;
        public required float* Partials;

        public readonly void Compute(int item, int worker)
        {
            var (shape, inputs, gradients) = (Layout.Shape, Layout.Input, Layout.Output);
            var padded = PaddedInputs + ((nint)worker * inputs.PaddedLength);
            var gradient = PaddedGradients + ((nint)worker * gradients.PaddedLength);
            var pixelPoints = PixelPoints + ((nint)worker * Layout.PixelPointsLength);
            var outputPoints = OutputPoints + ((nint)worker * Layout.OutputPointsLength);
            var kernelSums = Partials + ((nint)item * Layout.SumsLength);
            var biasSums = kernelSums + Layout.KernelPointsLength;
            new Span<float>(biasSums, shape.Filters).Clear();
            new Span<float>(gradient, gradients.PaddedLength).Clear();
            var (first, end) = Operands.Images(item);
            for (var image = first; image < end; image++)
            {
                var offset = (nint)image * shape.ImageLength;
                Operands.LayOutputGradient(image, gradients, gradient);
                Operands.AddBiasGradient(gradients, gradient, biasSums);
                var input = inputs.Pad(Operands.Input + offset, padded);
                var inputGradient = inputs.HasBorder
                    ? PaddedInputGradients + ((nint)worker * inputs.PaddedLength)
                    : Operands.InputGradient + offset;
                if (TransposedKernelPoints != null)
                {
                    new Span<float>(inputGradient, inputs.PaddedLength).Clear();
                }

                for (var band = 0; band < Layout.Bands; band++)
                {
                    Layout.Transform<PixelsToPoints>(band, inputs, input, pixelPoints, Layout.PixelPointStride);
                    Layout.Transform<OutputGradientsToPoints>(band, gradients, gradient, outputPoints, Layout.OutputPointStride);
                    AddKernelGradient(band, pixelPoints, outputPoints, kernelSums, isFirst: image == first && band == 0);
                    if (TransposedKernelPoints != null)
                    {
                        MultiplyWithKernel(band, outputPoints, pixelPoints);
                        Layout.TransformBack<PointsToPixelGradients, AddToPlace>(
                            band, pixelPoints, Layout.PixelPointStride, inputs, inputGradient);
                    }
                }

                if (TransposedKernelPoints != null)
                {
                    inputs.Crop(inputGradient, Operands.InputGradient + offset);
                }
            }
        }

        private readonly void AddKernelGradient(int band, float* pixelPoints, float* outputPoints, float* sums, bool isFirst)
        {
            var shape = Layout.Shape;
            for (var point = 0; point < Points; point++)
            {
                var output = sums + ((nint)point * shape.Channels * shape.Filters);
                new Product
                {
                    Left = pixelPoints + (point * Layout.PixelPointStride),
                    LeftRowStride = 1,
                    LeftStepStride = shape.Channels,
                    Right = outputPoints + (point * Layout.OutputPointStride),
                    RightStepStride = shape.Filters,
                    Runs = 1,
                    RunLength = Layout.Tiles(band),
                    Start = isFirst ? null : output,
                    StartRowStride = shape.Filters,
                    Output = output,
                    OutputRowStride = shape.Filters,
                }.Compute(shape.Channels, shape.Filters);
            }
        }

        private readonly void MultiplyWithKernel(int band, float* outputPoints, float* pixelPoints)
        {
            var shape = Layout.Shape;
            for (var point = 0; point < Points; point++)
            {
                new Product
                {
                    Left = outputPoints + (point * Layout.OutputPointStride),
                    LeftRowStride = shape.Filters,
                    LeftStepStride = 1,
                    Right = TransposedKernelPoints + ((nint)point * shape.Channels * shape.Filters),
                    RightStepStride = shape.Channels,
                    Runs = 1,
                    RunLength = shape.Filters,
                    Output = pixelPoints + (point * Layout.PixelPointStride),
                    OutputRowStride = shape.Channels,
                }.Compute(Layout.Tiles(band), shape.Channels);
            }
        }
    }

    /// <summary>
    /// Adds the parts' sums for one channel, and takes its weights' gradients back from the points; the first item also the bias's.
    /// </summary>
    private readonly struct SumWork(Conv2DGradients operands, WinogradLayout layout, float* partials) : IWork
    {
        public void Compute(int item, int worker)
        {
            var shape = layout.Shape;
            nint place = shape.Channels * shape.Filters;
            var channel = (nint)item * shape.Filters;
            for (var point = 0; point < Points; point++)
            {
                Sum((point * place) + channel);
            }

            WinogradTransform.Apply<PointsToWeightGradients, StoreValue>(
                partials + channel, 4 * place, place, operands.KernelGradient + channel, 3 * place, place, shape.Filters);
            if (item == 0)
            {
                Sum(layout.KernelPointsLength);
                new Span<float>(partials + layout.KernelPointsLength, shape.Filters)
                    .CopyTo(new Span<float>(operands.BiasGradient, shape.Filters));
            }
        }

        // The parts behind the first one, in their order: a filter a column.
        private void Sum(nint start) => Matrix.AddRows(
            partials + start + layout.SumsLength, layout.SumsLength, layout.Shape.Partials - 1, layout.Shape.Filters, partials + start);
    }
}
