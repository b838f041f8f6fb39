using FashionPipeline.Benchmarks.Kernels;
using FashionPipeline.Data;
using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Numerics.Random;
using FashionPipeline.Training;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Benchmarks.Epoch;

/// <summary>
/// Writes out which kernels a step of a network runs, in their order and over memory of their own: what modules, autograd and
/// optimiser come to under portable arithmetic, without them.
/// </summary>
/// <param name="weights">The network's weights.</param>
/// <param name="options">How it is trained.</param>
/// <param name="batch">Images of the step.</param>
/// <param name="isTraining">Whether it ends with new weights; if not, with the loss.</param>
/// <param name="workspace">Cores and memory.</param>
internal sealed class StepBuilder(NetworkWeights weights, TrainingOptions options, int batch, bool isTraining, Workspace workspace)
{
    private readonly List<Operation> forward = [];
    private readonly List<Operation> backward = [];

    /// <summary>The kernels of a step.</summary>
    /// <param name="network">A network of conv2d, dense, max_pool2d, dropout and flatten.</param>
    /// <param name="image">Size of an image.</param>
    /// <exception cref="NotSupportedException">It has another layer, or an activation other than relu.</exception>
    public IReadOnlyList<Operation> Build(Network network, ImageShape image)
    {
        var rows = NetworkSummary.Of(network, image);
        var signal = AddPixels(image);
        for (var i = 0; i < network.Layers.Count; i++)
        {
            signal = AddLayer(network.Layers[i], i, rows[i], signal);
        }

        AddLoss(signal);
        backward.Reverse();
        return isTraining ? [.. forward, .. backward, new("Adam", Pass.Update, 0, _ => weights.Step(workspace))] : forward;
    }

    private Signal AddPixels(ImageShape image)
    {
        var pixels = Signal.New(batch, [image.Height, image.Width, image.Channels], hasGradient: false);
        var divisor = options.Scaling == InputScaling.Unit ? 255f : 1f;
        Add("pixel gather", 0, step =>
            PixelGather.Gather(step.Images.Pixels, image.Values, step.Indices, divisor, pixels.Values.Span, workspace));
        return pixels;
    }

    private Signal AddLayer(Layer layer, int index, LayerSummary row, Signal input) => layer switch
    {
        Conv2DLayer conv2d => AddConv2D(conv2d, index, row, input),
        DenseLayer dense => AddDense(dense, index, row, input),
        MaxPool2DLayer pool => AddMaxPool2D(pool, row, input),
        DropoutLayer dropout => isTraining ? AddDropout(dropout, index, row, input) : input,
        FlattenLayer => input with { Shape = row.OutputShape },
        _ => throw new NotSupportedException($"The kernels of the layer {row.Name} are not known to the study of an epoch."),
    };

    private Signal AddConv2D(Conv2DLayer layer, int index, LayerSummary row, Signal input)
    {
        var relu = IsRelu(layer.Activation, row);
        var shape = new Conv2DShape(batch, input.Shape[0], input.Shape[1], input.Shape[2], layer.Filters, layer.KernelHeight,
            layer.KernelWidth, layer.Padding == Padding.Same) { Stride = layer.Strides };
        var (kernel, bias) =
            weights.Of(index, layer.KernelHeight * layer.KernelWidth, shape.Channels, layer.Filters, layer.Initialiser);
        var output = Signal.New(batch, row.OutputShape, isTraining);
        var flops = new MeasuredConv2D(shape, relu).ProductFlops;
        Add(row.Name, flops, _ => Conv2D.Forward(
            shape, input.Values.Span, kernel.Values.Span, bias.Values.Span, output.Values.Span, relu, workspace));
        AddBackward(row.Name, flops * Gradients(input), _ => Conv2D.Backward(
            shape, input.Values.Span, kernel.Values.Span, output.Values.Span, output.Gradient.Span, input.Gradient.Span,
            kernel.Gradient.Span, bias.Gradient.Span, relu, workspace));
        return output;
    }

    private Signal AddDense(DenseLayer layer, int index, LayerSummary row, Signal input)
    {
        var relu = IsRelu(layer.Activation, row);
        var shape = new DenseShape(batch, input.Values.Length / batch, layer.Units);
        var (kernel, bias) = weights.Of(index, 1, shape.Features, layer.Units, layer.Initialiser);
        var output = Signal.New(batch, row.OutputShape, isTraining);
        var flops = new MeasuredDense(shape).ProductFlops;
        Add(row.Name, flops, _ => Dense.Forward(
            shape, input.Values.Span, kernel.Values.Span, bias.Values.Span, output.Values.Span, relu, workspace));
        AddBackward(row.Name, flops * Gradients(input), _ => Dense.Backward(
            shape, input.Values.Span, kernel.Values.Span, output.Values.Span, output.Gradient.Span, input.Gradient.Span,
            kernel.Gradient.Span, bias.Gradient.Span, relu, workspace));
        return output;
    }

    private Signal AddMaxPool2D(MaxPool2DLayer layer, LayerSummary row, Signal input)
    {
        var shape = new Pool2DShape(batch, input.Shape[0], input.Shape[1], input.Shape[2], layer.PoolHeight, layer.PoolWidth);
        var output = Signal.New(batch, row.OutputShape, isTraining);
        var places = AlignedMemory.New<ushort>(output.Values.Length);
        Add(row.Name, 0, _ => MaxPool2D.Forward(shape, input.Values.Span, output.Values.Span, places.Span, workspace));
        AddBackward(row.Name, 0, _ => MaxPool2D.Backward(shape, output.Gradient.Span, places.Span, input.Gradient.Span, workspace));
        return output;
    }

    private Signal AddDropout(DropoutLayer layer, int index, LayerSummary row, Signal input)
    {
        var output = Signal.New(batch, row.OutputShape, isTraining);
        RandomStream Stream(Step step) =>
            new(options.Seed, RandomPurpose.Dropout, checked((ushort)index), checked((uint)step.Epoch), checked((uint)step.Number));
        Add(row.Name, 0, step => Dropout.Forward(input.Values.Span, output.Values.Span, layer.Rate, Stream(step), workspace));
        AddBackward(row.Name, 0, step =>
            Dropout.Backward(output.Gradient.Span, input.Gradient.Span, layer.Rate, Stream(step), workspace));
        return output;
    }

    private void AddLoss(Signal logits)
    {
        const string Name = "loss";
        Add(Name, 0, step =>
        {
            step.Loss = SoftmaxCrossEntropy.Forward(logits.Values.Span, step.Labels);
            step.Correct = SoftmaxCrossEntropy.CountCorrect(logits.Values.Span, step.Labels);
        });
        AddBackward(Name, 0, step => SoftmaxCrossEntropy.Backward(logits.Values.Span, step.Labels, 1, logits.Gradient.Span));
    }

    private void Add(string name, double flops, Action<Step> run) =>
        forward.Add(new(name, isTraining ? Pass.Forward : Pass.Validation, flops, run));

    private void AddBackward(string name, double flops, Action<Step> run) => backward.Add(new(name, Pass.Backward, flops, run));

    // That of the kernel, and that of the input unless it is pixels.
    private static int Gradients(Signal input) => input.Gradient.IsEmpty ? 1 : 2;

    // Softmax is a part of the loss.
    private static bool IsRelu(Activation activation, LayerSummary row) => activation switch
    {
        Activation.Relu => true,
        Activation.Linear or Activation.Softmax => false,
        _ => throw new NotSupportedException($"The activation of the layer {row.Name} is not known to the study of an epoch."),
    };
}
