using FashionPipeline.Training.Layers;

namespace FashionPipeline.Training.Networks;

/// <summary>Every kind of layer. A new one is added here and in its own folder.</summary>
public static class LayerKinds
{
    /// <summary>A layer with its settings, for messages.</summary>
    public const string Example = "dense: {units: 10, activation: softmax}";

    /// <summary>Layers with as little as they need, for messages.</summary>
    public const string ShortExamples = "dense: 10, dropout: 0.2 or conv2d: {filters: 32, kernel: 3}";

    /// <summary>All kinds, in the order of messages.</summary>
    public static IReadOnlyList<LayerKind> All { get; } =
    [
        DenseLayer.Definition,
        Conv2DLayer.Definition,
        MaxPool2DLayer.Definition,
        AveragePool2DLayer.Definition,
        DropoutLayer.Definition,
        RandomShiftLayer.Definition,
        RandomFlipLayer.Definition,
        RandomEraseLayer.Definition,
        FlattenLayer.Definition,
        ActivationLayer.Definition,
        BatchNormLayer.Definition,
        GlobalAveragePool2DLayer.Definition,
        ResidualLayer.Definition,
    ];

    /// <summary>The kind of a name, or null.</summary>
    public static LayerKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
