using FashionPipeline.Onnx.Graph;
using FashionPipeline.Training.Layers;

namespace FashionPipeline.Onnx.Operators;

/// <summary>Adds the operators of a layer; gives the name of their output.</summary>
/// <param name="graph">Takes them.</param>
/// <param name="layer">The layer.</param>
/// <param name="name">Its name in the network.</param>
/// <param name="input">What it reads.</param>
internal delegate string LayerOperator(NetworkGraph graph, Layer layer, string name, TensorValue input);

/// <summary>
/// Each kind of layer in ONNX's operators, as it works outside training. What a kind adds is stated here and not in the layer: the code of
/// layers counts for every training, and a change here trains nothing again.
/// </summary>
internal static class LayerOperators
{
    private static readonly Dictionary<LayerKind, LayerOperator> ByKind = new()
    {
        [DenseLayer.Definition] = Of<DenseLayer>(Dense),
        [Conv2DLayer.Definition] = Of<Conv2DLayer>(Conv2D),
        [MaxPool2DLayer.Definition] = Of<MaxPool2DLayer>((graph, layer, name, input) =>
            Pool("MaxPool", graph, [layer.PoolHeight, layer.PoolWidth], name, input)),
        [AveragePool2DLayer.Definition] = Of<AveragePool2DLayer>((graph, layer, name, input) =>
            Pool("AveragePool", graph, [layer.PoolHeight, layer.PoolWidth], name, input)),
        [GlobalAveragePool2DLayer.Definition] = GlobalAveragePool2D,
        [FlattenLayer.Definition] = Flatten,
        [ActivationLayer.Definition] = Of<ActivationLayer>((graph, layer, name, input) => graph.Add(layer.Function, name, input.Name)),
        [BatchNormLayer.Definition] = Of<BatchNormLayer>(BatchNorm),
        [ResidualLayer.Definition] = Of<ResidualLayer>(Residual),
        [DropoutLayer.Definition] = Nothing,
        [RandomShiftLayer.Definition] = Nothing,
        [RandomFlipLayer.Definition] = Nothing,
        [RandomEraseLayer.Definition] = Nothing,
    };

    /// <summary>The operators of a kind of layer.</summary>
    /// <exception cref="NotSupportedException">None are known.</exception>
    public static LayerOperator Of(LayerKind kind) => ByKind.GetValueOrDefault(kind)
        ?? throw new NotSupportedException($"The layer {kind.Name} is not in {nameof(LayerOperators)}.");

    private static LayerOperator Of<TLayer>(Func<NetworkGraph, TLayer, string, TensorValue, string> add)
        where TLayer : Layer => (graph, layer, name, input) => add(graph, (TLayer)layer, name, input);

    // It works in training alone.
    private static string Nothing(NetworkGraph graph, Layer layer, string name, TensorValue input) => input.Name;

    private static string Dense(NetworkGraph graph, DenseLayer layer, string name, TensorValue input) => graph.Add(
        layer.Activation, name, graph.Add("Gemm", name,
            [input.Name, graph.Weights($"{name}.kernel", input.Shape[0], layer.Units), graph.Weights($"{name}.bias", layer.Units)]));

    private static string Conv2D(NetworkGraph graph, Conv2DLayer layer, string name, TensorValue input)
    {
        int[] kernel = [layer.KernelHeight, layer.KernelWidth];
        var output = layer.OutputShape(input.Shape);
        int[] borders = [.. kernel.Select((size, side) => layer.Padding == Padding.Same
            ? Math.Max(0, ((output[side] - 1) * layer.Strides) + size - input.Shape[side])
            : 0)];
        return graph.Add(layer.Activation, name, graph.Add("Conv", name,
            [
                input.Name,
                graph.ConvolutionKernel($"{name}.kernel", layer.KernelHeight, layer.KernelWidth, input.Shape[^1], layer.Filters),
                graph.Weights($"{name}.bias", layer.Filters),
            ],
            OnnxAttribute.Of("kernel_shape", kernel),
            OnnxAttribute.Of("strides", [layer.Strides, layer.Strides]),
            // Above and left, then below and right, which is the wider side.
            OnnxAttribute.Of("pads", [.. borders.Select(border => border / 2), .. borders.Select(border => border - (border / 2))])));
    }

    private static string Pool(string operation, NetworkGraph graph, IReadOnlyList<int> window, string name, TensorValue input) =>
        graph.Add(operation, name, [input.Name], OnnxAttribute.Of("kernel_shape", window), OnnxAttribute.Of("strides", window));

    private static string GlobalAveragePool2D(NetworkGraph graph, Layer layer, string name, TensorValue input) =>
        graph.Add("Flatten", name, [graph.Add("GlobalAveragePool", $"{name}.mean", [input.Name])]);

    // Features have the channels of a pixel beside each other.
    private static string Flatten(NetworkGraph graph, Layer layer, string name, TensorValue input) => input.IsImage
        ? graph.Add("Flatten", name,
            [graph.Add("Transpose", $"{name}.channels_last", [input.Name], OnnxAttribute.Of("perm", [0, 2, 3, 1]))])
        : input.Name;

    private static string BatchNorm(NetworkGraph graph, BatchNormLayer layer, string name, TensorValue input) => graph.Add(
        "BatchNormalization", name,
        [
            input.Name,
            .. new[] { "gamma", "beta", "moving_mean", "moving_variance" }.Select(part =>
                graph.Weights($"{name}.{part}", input.Shape[^1])),
        ],
        OnnxAttribute.Of("epsilon", layer.Epsilon));

    // The layers within it, and the projection behind them, where the shortcut has one.
    private static string Residual(NetworkGraph graph, ResidualLayer layer, string name, TensorValue input)
    {
        var inner = layer.Inner(input.Shape).Select(each => (each.Layer, Name: $"{name}.{each.Name}")).ToList();
        var made = graph.Add(inner.Take(layer.Layers.Count), input);
        var shortcut = graph.Add(inner.Skip(layer.Layers.Count), input);
        return graph.Add(layer.Activation, name, graph.Add("Add", name, [made.Name, shortcut.Name]));
    }
}
