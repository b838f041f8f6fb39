namespace FashionPipeline.Reporting.Content;

/// <summary>
/// A training that came to nothing. Its model is not in the report: a mean over seeds without one of them would flatter it.
/// </summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Reason">What happened: <c>the loss of step 3 of epoch 1 is NaN</c>.</param>
public sealed record FailedRun(string Model, ulong Seed, string Reason)
{
    /// <summary>How its model comes of another model, or of a sweep; null where it stands for itself.</summary>
    public ModelVariation? Variation { get; init; }
}
