using System.Text.Json;
using FashionPipeline.Data.Parquet;
using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Comparison;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Reporting.Diff;

namespace FashionPipeline.Pipeline.Diffs;

/// <summary>
/// Compares two reports by what is committed of them, and by what stores still hold of their artifacts. Nothing is run and nothing is
/// checked out.
/// </summary>
public sealed class ReportComparison
{
    private const string PredictionsFile = "predictions.parquet";
    private const int MostPairs = 20;
    private const int MostWeights = 200;

    private readonly ReportVersion from;
    private readonly ReportVersion to;
    private readonly SortedDictionary<string, byte[]> pictures = new(StringComparer.Ordinal);
    private readonly List<string> notes = [];

    private ReportComparison(ReportVersion from, ReportVersion to) => (this.from, this.to) = (from, to);

    /// <summary>Compares.</summary>
    /// <param name="options">Where reports and results are.</param>
    /// <param name="diff">Which reports.</param>
    /// <exception cref="InputException">One of the two is not there, or cannot be read.</exception>
    public static ComparedReports Of(PipelineOptions options, DiffOptions diff)
    {
        var tolerances = Tolerances.Read(options.Root);
        var from = diff.From ?? (diff.FromExperiment == diff.ToExperiment ? "HEAD" : null);
        var comparison = new ReportComparison(
            ReportVersion.Find(options, from, diff.FromExperiment), ReportVersion.Find(options, diff.To, diff.ToExperiment));
        var compared = comparison.Compare(tolerances.Changes);
        return new(compared, comparison.pictures);
    }

    private ReportDiff Compare(IReadOnlyList<Tolerance> tolerances)
    {
        try
        {
            var metrics = new MetricsComparison(from.Metrics(), to.Metrics(), tolerances);
            var predictions = Predictions(metrics.ClassNames);
            var (tables, text) = (Tables(), Text());
            var isEqual = metrics.Metrics.Count + metrics.Facts.Count + tables.Count + text.Count == 0 && HasEqualArtifacts();
            return new()
            {
                From = from.Side,
                To = to.Side,
                Verdict = isEqual ? Verdict.Equal
                    : metrics.Metrics.Select(change => change.Verdict).OfType<Verdict>().Prepend(Verdict.WithinTolerance).Max(),
                Headline = metrics.Headline with { PValue = HeadlineTest(metrics.Headline) },
                Causes = Causes(),
                Metrics = metrics.Metrics,
                Facts = metrics.Facts,
                Classes = metrics.Classes,
                Tables = tables,
                Text = text,
                Predictions = predictions,
                Figures = Figures(),
                Pdf = Pdf(),
                Weights = Weights(),
                Notes = notes,
            };
        }
        catch (JsonException fault)
        {
            throw new InputException($"metrics.json of {from.Place} or {to.Place} is damaged: {fault.Message}\n"
                + "Take it from git, or make the report.", fault) { Remedy = Remedy.MakeReport };
        }
    }

    private bool HasEqualArtifacts() => from.Locks is not { } before || to.Locks is not { } now
        || ArtifactsOf(before).SequenceEqual(ArtifactsOf(now));

    private static IEnumerable<KeyValuePair<string, string>> ArtifactsOf(LockedReport report) =>
        report.Lock.Nodes.SelectMany(node => node.Value.Artifacts);

    private IReadOnlyList<RootCause> Causes()
    {
        if (from.Locks is null || to.Locks is null)
        {
            notes.Add($"Causes are unknown: {from.LockFault ?? to.LockFault}");
            return [];
        }

        return [.. LockDiff.Of(from.Locks, to.Locks)
            .SelectMany(node => node.Causes.Where(cause => cause.Kind != CauseKind.Input), (node, cause) => (node.Node, Cause: cause))
            .GroupBy(found => (found.Cause.Kind, found.Cause.Name, found.Cause.Before, found.Cause.Now))
            .OrderBy(cause => cause.All(found => found.Node == NodeNames.Report)) // titles come last
            .ThenBy(cause => cause.Key.Kind).ThenBy(cause => cause.Key.Name, StringComparer.Ordinal)
            .Select(cause => new RootCause(SnakeCase.Of(cause.Key.Kind), cause.Key.Name, Shown(cause.Key.Before), Shown(cause.Key.Now),
                [.. cause.Select(found => found.Node)]))];

        static string? Shown(string? value) => value is null ? null : ShortDigest.Of(value);
    }

    private IReadOnlyList<TableChange> Tables() =>
        [.. Names("tables/", ".csv").Select(name => Table(name)).OfType<TableChange>()];

    private TableChange? Table(string name)
    {
        var file = $"tables/{name}.csv";
        var before = from.Read(file) ?? from.Artifact(NodeNames.Report, file);
        var now = to.Read(file) ?? to.Artifact(NodeNames.Report, file);
        var (was, @is) = (from.DigestOf(NodeNames.Report, file), to.DigestOf(NodeNames.Report, file));
        if (before is not null && now is not null)
        {
            return before.AsSpan().SequenceEqual(now) ? null : TableComparison.Of(name, before, now);
        }

        if (was is not null && @is is not null)
        {
            if (was != @is)
            {
                notes.Add($"Table {name} differs; it is committed on neither or one side only, and the store has not both.");
            }

            return null;
        }

        return new(name, was is null && before is null ? "new" : "gone", 0, []);
    }

    private IReadOnlyList<TextChange> Text()
    {
        if (from.Read("report.md") is { } before && to.Read("report.md") is { } now)
        {
            return before.AsSpan().SequenceEqual(now) ? [] : TextComparison.Of(before, now);
        }

        notes.Add("One of the two has no report.md: its words are not compared.");
        return [];
    }

    private IReadOnlyList<PredictionChange> Predictions(IReadOnlyList<string> classes) =>
        [.. Runs("evaluate").Select(run => Predictions(run, classes)).OfType<PredictionChange>()];

    private PredictionChange? Predictions(string run, IReadOnlyList<string> classes)
    {
        if (Both($"evaluate/{run}", PredictionsFile, "predictions") is not var (before, now)
            || FlipsOf(before, now, run) is not { Images.Count: > 0 } flips)
        {
            return null;
        }

        var (model, seed) = (run.Split('/')[0], run.Split('/')[1]);
        IReadOnlyList<FlippedImage> surest = [.. flips.Images.Take(FlippedImagesPicture.Places).Select(flip => new FlippedImage(
            flip.Image, classes[flip.Truth], classes[flip.Before], classes[flip.Now], flip.Probability))];
        return new(model, seed, flips.Test.BothCorrect + flips.Test.Discordant + flips.Test.NeitherCorrect, flips.Test.OnlySecond,
            flips.Test.OnlyFirst, flips.Images.Count - flips.Test.Discordant, flips.Test.PValue,
            [.. flips.Images.CountBy(flip => (flip.Truth, flip.Before, flip.Now)).OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key).Take(MostPairs)
                .Select(pair => new FlippedPair(classes[pair.Key.Truth], classes[pair.Key.Before], classes[pair.Key.Now], pair.Value))],
            surest, Picture($"flips-{model}-{seed}", surest));
    }

    private string? Picture(string name, IReadOnlyList<FlippedImage> surest) =>
        to.DigestOf(NodeNames.Preprocess, "test.parquet") == from.DigestOf(NodeNames.Preprocess, "test.parquet")
            && to.Artifact(NodeNames.Preprocess, "test.parquet") is { } images
            ? Keep(name, FlippedImagesPicture.Draw(surest, ImageParquet.Read(images))) : null;

    private PredictionFlips? FlipsOf(byte[] before, byte[] now, string run)
    {
        try
        {
            return PredictionFlips.Of(PredictionParquet.Read(before, PredictionsFile), PredictionParquet.Read(now, PredictionsFile));
        }
        catch (ArgumentException)
        {
            notes.Add($"The predictions of {run} are of other images: they are not compared.");
            return null;
        }
    }

    // The first seed stands for a model, as it does in the report.
    private double? HeadlineTest(Headline headline)
    {
        var (old, value) = (FirstRun(from, headline.ModelBefore), FirstRun(to, headline.ModelNow));
        if (old is null || value is null
            || from.DigestOf(old, PredictionsFile) == to.DigestOf(value, PredictionsFile)
            || from.Artifact(old, PredictionsFile) is not { } before || to.Artifact(value, PredictionsFile) is not { } now)
        {
            return null;
        }

        return FlipsOf(before, now, value)?.Test.PValue;
    }

    private static string? FirstRun(ReportVersion report, string model) => report.Locks?.Lock.Nodes.Keys
        .Where(node => node.StartsWith($"evaluate/{model}/", StringComparison.Ordinal)).MinBy(node => node, StringComparer.Ordinal);

    private IReadOnlyList<FigureChange> Figures() => [.. Names("figures/", ".png").Select(Figure).OfType<FigureChange>()];

    private FigureChange? Figure(string name)
    {
        var file = $"figures/{name}.png";
        var (was, @is) = (from.DigestOf(NodeNames.Report, file), to.DigestOf(NodeNames.Report, file));
        if (was == @is)
        {
            return null;
        }

        var (before, now) = (from.Artifact(NodeNames.Report, file), to.Artifact(NodeNames.Report, file));
        if ((was is not null && before is null) || (@is is not null && now is null))
        {
            notes.Add($"Figure {name} differs; the store has not both sides of it.");
            return null;
        }

        if (before is null || now is null)
        {
            return new(name, before is null ? "new" : "gone", 1,
                before is null ? null : Keep($"{name}-before", before), now is null ? null : Keep($"{name}-now", now), null);
        }

        var (share, difference) = PictureComparison.Of(before, now);
        return new(
            name, "changed", share, Keep($"{name}-before", before), Keep($"{name}-now", now), Keep($"{name}-difference", difference));
    }

    private PdfChange? Pdf() => Both(NodeNames.Report, "report.pdf", "the PDF") is var (before, now) ? PdfComparison.Of(before, now) : null;

    private IReadOnlyList<WeightChange> Weights() => [.. Runs("train").SelectMany(run =>
        Both($"train/{run}", "weights.safetensors", "weights") is var (before, now)
            ? WeightComparison.Of(run, before, now) : []).Take(MostWeights)];

    // Both sides of an artifact that differs.
    private (byte[] Before, byte[] Now)? Both(string node, string name, string subject)
    {
        var (was, @is) = (from.DigestOf(node, name), to.DigestOf(node, name));
        if (was is null || @is is null || was == @is)
        {
            return null;
        }

        if (from.Artifact(node, name) is { } before && to.Artifact(node, name) is { } now)
        {
            return (before, now);
        }

        notes.Add($"{node}: {subject} differ; the store has not both sides of them.");
        return null;
    }

    // Model and seed of the runs that both have.
    private IEnumerable<string> Runs(string stage) => (from.Locks?.Lock.Nodes.Keys ?? Enumerable.Empty<string>())
        .Where(node => node.StartsWith($"{stage}/", StringComparison.Ordinal) && to.Locks?.Lock.Nodes.ContainsKey(node) is true)
        .Select(node => node[(stage.Length + 1)..]);

    private IEnumerable<string> Names(string folder, string ending) => from.Artifacts(NodeNames.Report)
        .Union(to.Artifacts(NodeNames.Report))
        .Where(name => name.StartsWith(folder, StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal))
        .Select(name => name[folder.Length..^ending.Length]).Order(StringComparer.Ordinal);

    private string Keep(string name, byte[] picture)
    {
        pictures[$"{name}.png"] = picture;
        return $"{name}.png";
    }
}
