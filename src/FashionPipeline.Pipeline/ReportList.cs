using System.Text.Json;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Pipeline.Plans;
using FashionPipeline.Pipeline.Reports;
using FashionPipeline.Reporting.Metrics;

namespace FashionPipeline.Pipeline;

/// <summary>Experiments and their variants, each with its state, the best model of its report, and how old that is.</summary>
public static class ReportList
{
    private const string Faulty = "faulty";

    private static readonly string[] Head = ["experiment", "state", "best model, test accuracy", "report"];

    /// <summary>A line each, under a head.</summary>
    /// <param name="options">Where experiments, store and reports are.</param>
    /// <param name="clock">The clock.</param>
    public static IReadOnlyList<string> Lines(PipelineOptions options, TimeProvider clock)
    {
        var experiments = new ExperimentsFolder(options.Experiments).Experiments.Keys.ToList();
        var variants = VariantFolders(options).ToLookup(name => Variant.OriginOf(name)!, StringComparer.Ordinal);
        return TextTable.Of(
        [
            Head,
            .. experiments.Concat(variants.Select(group => group.Key).Except(experiments).Order(StringComparer.Ordinal)).SelectMany(name =>
                variants[name].Order(StringComparer.Ordinal).Select(variant => OfVariant(options, variant, clock))
                    .Prepend(Line(options with { Experiment = name, Overrides = [], VariantName = null }, clock))),
        ]);
    }

    /// <summary>The report of an experiment in a line: its best model, and how old it is.</summary>
    /// <param name="options">The experiment.</param>
    /// <param name="clock">The clock.</param>
    public static string Report(PipelineOptions options, TimeProvider clock) =>
        FolderOf(options) is var folder && Best(folder) is { } best
            ? string.Join(
                Environment.NewLine, [$"Report ({Age(folder, clock)}): {best.Text}", .. best.LeftOut.Select(run => $"Left out: {run}")])
            : "There is no report yet.";

    private static IReadOnlyList<string> Line(PipelineOptions options, TimeProvider clock)
    {
        var folder = FolderOf(options);
        var settings = options.Overrides.Count == 0 ? "" : $"  {string.Join(", ", options.Overrides)}";
        return [Path.GetFileName(folder.Path) + settings, State(options), Best(folder)?.ShortText ?? "", Age(folder, clock)];
    }

    private static ReportFolder FolderOf(PipelineOptions options) => new(Path.Combine(
        options.Reports, Variant.NameOf(Path.GetFileNameWithoutExtension(options.Experiment), options.Overrides, options.VariantName)));

    private static IEnumerable<string> VariantFolders(PipelineOptions options) =>
        from folder in Directory.Exists(options.Reports) ? Directory.EnumerateDirectories(options.Reports) : []
        let name = Path.GetFileName(folder)
        where Variant.OriginOf(name) is not null && File.Exists(Path.Combine(folder, Variant.FileName))
        select name;

    // A variant's report says which settings made it, unless somebody has written something else there.
    private static IReadOnlyList<string> OfVariant(PipelineOptions options, string name, TimeProvider clock)
    {
        try
        {
            return options.WithVariant(name) is { } variant ? Line(variant, clock) : [name, Faulty, "", ""];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [name, Faulty, "", ""];
        }
    }

    private static string State(PipelineOptions options)
    {
        try
        {
            if (IdleRun.Find(options) is not null)
            {
                return "current";
            }

            using var pipeline = ExperimentPipeline.Open(options);
            return pipeline.Plan().State;
        }
        catch (InputException)
        {
            return Faulty;
        }
    }

    private static SelectedModel? Best(ReportFolder folder)
    {
        try
        {
            var metrics = folder[ReportFolder.Metrics];
            return File.Exists(metrics) ? SelectedModel.Read(File.ReadAllBytes(metrics)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Git gives its files the time at which it wrote them: what counts is what was made here.
    private static string Age(ReportFolder folder, TimeProvider clock) => new FileInfo(folder[ReportFolder.Pdf]) is { Exists: true } pdf
        ? ReportAge.Of(clock.GetUtcNow() - pdf.LastWriteTimeUtc)
        : File.Exists(folder[ReportFolder.Metrics]) ? "numbers only" : "none";
}
