using FashionPipeline.Training.Functions;

namespace FashionPipeline.Training.Layers;

/// <summary>Fully connected: y = activation(x·kernel + bias). Takes [features], gives [units].</summary>
/// <param name="Units">Outputs, at least 1.</param>
/// <param name="Activation">Applied to the result.</param>
/// <param name="Initialiser">What the kernel starts from.</param>
public sealed record DenseLayer(
    int Units,
    Activation Activation = Activation.Linear,
    Initialiser Initialiser = Initialiser.GlorotUniform) : Layer
{
    /// <summary>Names and settings.</summary>
    public static LayerKind Definition { get; } = new()
    {
        Name = "dense",
        KerasClass = "Dense",
        KerasName = "dense",
        HasShortForm = true,
        Settings =
        [
            new CountSetting("units") { IsOnePerClass = true },
            ChoiceSetting.Of("activation", Activation.Linear),
            ChoiceSetting.Of("initialiser", Initialiser.GlorotUniform),
        ],
        Create = values => new DenseLayer(
            values.Count("units"), values.Choice<Activation>("activation"), values.Choice<Initialiser>("initialiser")),
    };

    /// <inheritdoc/>
    public override LayerKind Kind => Definition;

    /// <inheritdoc/>
    public override LayerValues Values => new() { { "units", Units }, { "activation", Activation }, { "initialiser", Initialiser } };

    internal override bool TakesFeatures => true;

    internal override Activation OutputActivation => Activation;

    internal override IEnumerable<string> SettingFaults => TooSmall((Units, "units"));

    internal override string? InputFault(IReadOnlyList<int> input) =>
        input.Count == 1 ? null : $"expects [features] but gets {Shapes.Text(input)}; put a flatten layer before it";

    internal override IReadOnlyList<int> OutputShape(IReadOnlyList<int> input) => [Units];

    internal override IReadOnlyList<int>? ShapeAtFault(IReadOnlyList<int>? input) => Units >= 1 ? [Units] : null;

    internal override long Parameters(IReadOnlyList<int> input) => (input[0] + 1L) * Units;

    internal override LayerModule Module(string name, int index, IReadOnlyList<int> input, Backend backend) =>
        new WeightedModule(name, index, [input[0], Units], Initialiser, (features, kernel, bias) =>
            DenseOperation.Apply(features, kernel, bias, Activation, backend));
}
