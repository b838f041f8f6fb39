using FashionPipeline.Numerics.Random;
using FashionPipeline.Training.Functions;

namespace FashionPipeline.Training.Layers;

/// <summary>Inverted dropout: in training, each value is zeroed with probability rate and the others divided by 1 - rate.</summary>
/// <param name="Rate">0 up to, not including, 1.</param>
public sealed record DropoutLayer(double Rate) : Layer
{
    /// <summary>Names and settings.</summary>
    public static LayerKind Definition { get; } = new()
    {
        Name = "dropout",
        KerasClass = "Dropout",
        KerasName = "dropout",
        HasShortForm = true,
        Settings = [new NumberSetting("rate", Minimum: 0, Limit: 1)],
        Create = values => new DropoutLayer(values.Number("rate")),
    };

    /// <inheritdoc/>
    public override LayerKind Kind => Definition;

    /// <inheritdoc/>
    public override LayerValues Values => new() { { "rate", Rate } };

    internal override IEnumerable<string> SettingFaults => Rate is >= 0 and < 1
        ? []
        : [FormattableString.Invariant($"has rate {Rate}; expected 0 up to, not including, 1 (0.2 zeroes a fifth of the values)")];

    internal override IReadOnlyList<int> OutputShape(IReadOnlyList<int> input) => input;

    internal override IReadOnlyList<int>? ShapeAtFault(IReadOnlyList<int>? input) => input;

    internal override LayerModule Module(string name, int index, IReadOnlyList<int> input, Backend backend) =>
        new RandomModule(name, index, RandomPurpose.Dropout, (values, stream) => DropoutOperation.Apply(values, Rate, stream, backend));
}
