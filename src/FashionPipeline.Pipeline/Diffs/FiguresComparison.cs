using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Reporting.Diff;

namespace FashionPipeline.Pipeline.Diffs;

/// <summary>Compares the figures of two reports.</summary>
/// <param name="artifacts">The artifacts of both reports.</param>
internal sealed class FiguresComparison(ArtifactPairs artifacts)
{
    /// <summary>The figures that differ.</summary>
    public IReadOnlyList<FigureChange> Changes() => [.. artifacts.Names("figures/", ".png").Select(Change).OfType<FigureChange>()];

    private FigureChange? Change(string name)
    {
        var file = $"figures/{name}.png";
        if (artifacts.From.DigestOf(NodeNames.Report, file) is null)
        {
            return artifacts.To.Artifact(NodeNames.Report, file) is { } added
                ? new(name, ChangeState.New, 1, null, artifacts.Keep($"{name}-now", added), null) : null;
        }

        if (artifacts.To.DigestOf(NodeNames.Report, file) is null)
        {
            return artifacts.From.Artifact(NodeNames.Report, file) is { } removed
                ? new(name, ChangeState.Gone, 1, artifacts.Keep($"{name}-before", removed), null, null) : null;
        }

        return artifacts.Compare(NodeNames.Report, file, (before, now) =>
        {
            var (share, difference) = PictureComparison.Of(before, now);
            return new FigureChange(name, ChangeState.Changed, share, artifacts.Keep($"{name}-before", before),
                artifacts.Keep($"{name}-now", now), artifacts.Keep($"{name}-difference", difference));
        });
    }
}
