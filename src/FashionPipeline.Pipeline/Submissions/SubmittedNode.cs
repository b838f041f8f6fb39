using System.Globalization;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Plans;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Training.Loop;

namespace FashionPipeline.Pipeline.Submissions;

/// <summary>
/// What a job does: it runs one step, whose inputs are in the store, and no other one. Where program or experiment make something else by
/// now than was submitted it runs nothing.
/// </summary>
public static class SubmittedNode
{
    /// <summary>Runs the step. A training that diverges is a result; a step that needs one ends well, and makes nothing.</summary>
    /// <param name="options">What was asked for; names one step.</param>
    /// <param name="say">Takes what is to be said.</param>
    /// <exception cref="InputException">It was not submitted so, something that it needs is missing, or it fails.</exception>
    public static void Run(PipelineOptions options, Action<string> say)
    {
        if (options.Only is not [var node])
        {
            throw new InputException("Expected the name of one step, such as train/cnn/12345.");
        }

        using var pipeline = ExperimentPipeline.Open(options with { IsExclusive = true });
        var folder = new SubmissionFolder(new StoreLayout(options.Cache), pipeline.Name);
        RequireSubmitted(node, pipeline, folder);
        var stage = JobArray.StageOf(node);
        var diverged = stage == Stage.Train ? [] : folder.Divergences(pipeline.Digest);
        if (diverged.FirstOrDefault(run => IsOf(run, node)) is { } missing)
        {
            say($"{node}  left out: {NodeNames.Train(missing.Model, missing.Seed)} diverged");
            return;
        }

        if (diverged.Count == 0)
        {
            Run(node, pipeline, folder);
            return;
        }

        pipeline.Dispose();
        using var rest = ExperimentPipeline.Open(options with { IsExclusive = true, Diverged = diverged });
        Run(node, rest, folder);
    }

    private static void RequireSubmitted(string node, ExperimentPipeline pipeline, SubmissionFolder folder)
    {
        if (!folder.Read().Latest().TryGetValue(node, out var submitted))
        {
            throw new InputException($"{node} of '{pipeline.Name}' was not submitted.\nSubmit the experiment first.")
            {
                Remedy = Remedy.Submit,
            };
        }

        if (submitted.Array.Source != pipeline.Digest)
        {
            throw new InputException(
                $"'{pipeline.Name}' or the program changed since {node} was submitted, and would make something else.\nSubmit it again.")
            {
                Remedy = Remedy.Submit,
            };
        }
    }

    private static void Run(string node, ExperimentPipeline pipeline, SubmissionFolder folder)
    {
        var missing = pipeline.Plan().Nodes.Where(other => other.Node != node && other.State != PlanState.Current).ToList();
        if (missing.Count > 0)
        {
            throw new InputException($"{node} was to run, but what it needs is not in the store: "
                + $"{string.Join(", ", missing.Select(other => other.Node))}.\nSubmit the experiment again.") { Remedy = Remedy.Submit };
        }

        var digest = pipeline.Digest;
        var known = pipeline.Failures.Count;
        try
        {
            pipeline.Run(JobArray.StageOf(node));
        }
        catch (DivergenceException divergence) when (RunOf(node) is var (model, seed)) // no other model is left
        {
            folder.KeepDivergence(digest, node, new FailedRun(model, seed, divergence.Reason));
        }

        foreach (var run in pipeline.Failures.Skip(known))
        {
            folder.KeepDivergence(digest, node, run);
        }
    }

    // With one seed that is missing the model is.
    private static bool IsOf(FailedRun run, string node) =>
        node.StartsWith(NodeNames.Evaluate(run.Model, ""), StringComparison.Ordinal);

    private static (string Model, ulong Seed) RunOf(string train) => train.Split('/') is [_, var model, var seed]
        ? (model, ulong.Parse(seed, CultureInfo.InvariantCulture))
        : throw new ArgumentException($"'{train}' is no training.", nameof(train));
}
