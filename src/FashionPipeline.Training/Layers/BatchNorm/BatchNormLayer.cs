using FashionPipeline.Training.Functions;

namespace FashionPipeline.Training.Layers;

/// <summary>
/// Batch normalisation over all axes but the last. In training each channel gets mean 0 and variance 1 over the batch, and then a scale
/// (gamma, from 1) and a centre (beta, from 0) that are trained; outside training, running means and variances take the batch's place.
/// </summary>
/// <param name="Momentum">What stays of the running means and variances in a step, 0 up to, not including, 1.</param>
/// <param name="Epsilon">Added to the variance, more than 0 and less than 1.</param>
public sealed record BatchNormLayer(double Momentum = BatchNormLayer.KerasMomentum, double Epsilon = BatchNormLayer.KerasEpsilon) : Layer
{
    private const double KerasMomentum = 0.99;
    private const double KerasEpsilon = 0.001;

    /// <summary>Names and settings.</summary>
    public static LayerKind Definition { get; } = new()
    {
        Name = "batch_norm",
        KerasClass = "BatchNormalization",
        KerasName = "batch_normalization",
        Settings =
        [
            new NumberSetting("momentum", Minimum: 0, Limit: 1) { Default = KerasMomentum },
            new NumberSetting("epsilon", Minimum: 0, Limit: 1) { Default = KerasEpsilon, IsAboveMinimum = true },
        ],
        Create = values => new BatchNormLayer(values.Number("momentum"), values.Number("epsilon")),
    };

    /// <inheritdoc/>
    public override LayerKind Kind => Definition;

    /// <inheritdoc/>
    public override LayerValues Values => new() { { "momentum", Momentum }, { "epsilon", Epsilon } };

    internal override IEnumerable<string> SettingFaults
    {
        get
        {
            if (Momentum is not (>= 0 and < 1))
            {
                yield return FormattableString.Invariant($"has momentum {Momentum}; expected 0 up to, not including, 1");
            }

            if (Epsilon is not (> 0 and < 1))
            {
                yield return FormattableString.Invariant($"has epsilon {Epsilon}; expected more than 0 and less than 1");
            }
        }
    }

    internal override IReadOnlyList<int> OutputShape(IReadOnlyList<int> input) => input;

    internal override IReadOnlyList<int>? ShapeAtFault(IReadOnlyList<int>? input) => input;

    // Scale and centre, and the running mean and variance.
    internal override long Parameters(IReadOnlyList<int> input) => 4L * input[^1];

    internal override long NonTrainable(IReadOnlyList<int> input) => 2L * input[^1];

    internal override LayerModule Module(string name, int index, IReadOnlyList<int> input, Backend backend) =>
        new BatchNormModule(name, input[^1], Momentum, Epsilon, backend);
}
