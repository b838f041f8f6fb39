using FashionPipeline.Training.Functions;

namespace FashionPipeline.Training.Layers;

/// <summary>An activation as a layer of its own.</summary>
/// <param name="Function">What is applied.</param>
public sealed record ActivationLayer(Activation Function) : Layer
{
    /// <summary>Names and settings.</summary>
    public static LayerKind Definition { get; } = new()
    {
        Name = "activation",
        KerasClass = "Activation",
        KerasName = "activation",
        HasShortForm = true,
        HasLongForm = false,
        Settings = [ChoiceSetting.Of<Activation>("function")],
        Create = values => new ActivationLayer(values.Choice<Activation>("function")),
    };

    /// <inheritdoc/>
    public override LayerKind Kind => Definition;

    /// <inheritdoc/>
    public override LayerValues Values => new() { { "function", Function } };

    internal override Activation OutputActivation => Function;

    internal override IReadOnlyList<int> OutputShape(IReadOnlyList<int> input) => input;

    internal override IReadOnlyList<int>? ShapeAtFault(IReadOnlyList<int>? input) => input;

    internal override LayerModule Module(string name, int index, IReadOnlyList<int> input, Backend backend) =>
        new FunctionModule(name, values => ActivationOperation.Apply(values, Function, backend));
}
