using Build.Options;
using Cake.Core.Diagnostics;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Diffs;
using FashionPipeline.Reporting.Diff;

namespace Build.Reviews;

/// <summary>Compares two reports, says what differs, and writes it beside the later one.</summary>
internal static class ReportReview
{
    /// <summary>Compares; the exit code will be 0 where nothing differs, 2 where a metric is worse, and else 1.</summary>
    public static void Run(PipelineContext context)
    {
        var experiment = NameOf(context.Options.Experiment);
        var options = new DiffOptions
        {
            From = context.From,
            To = context.To,
            FromExperiment = NameOf(context.FromExperiment ?? experiment),
            ToExperiment = NameOf(context.ToExperiment ?? experiment),
        };
        var compared = ReportComparison.Of(context.Options, options);
        var folder = context.OutputFile ?? Path.Combine(context.Options.Reports, options.ToExperiment);
        Writing.To(folder, PipelineArguments.Output, () => compared.WriteTo(folder));
        context.Log.Information("{0}", string.Join(Environment.NewLine, DiffSummary.Lines(compared.Diff)));
        context.Log.Information("{0}", $"Written: {Path.Combine(folder, "diff.html")}, diff.md, {ReportDiff.FileName}");
        Environment.ExitCode = compared.Diff.Verdict switch
        {
            Verdict.Equal => 0,
            Verdict.Worse => 2,
            _ => 1,
        };
    }

    // A report's folder has the name of the experiment's file; a path is a full one here.
    private static string NameOf(string experiment) =>
        Path.IsPathRooted(experiment) ? Path.GetFileNameWithoutExtension(experiment) : experiment;
}
