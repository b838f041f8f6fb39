using FashionPipeline.Pipeline.Stages;

namespace FashionPipeline.Pipeline.Submissions;

/// <summary>The pipeline of an experiment that was submitted: it knows which trainings diverged since.</summary>
internal static class SubmittedPipeline
{
    /// <summary>Opens it; a training that is asked for by its name counts as one that may end well.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="folder">What was submitted.</param>
    public static ExperimentPipeline Open(PipelineOptions options, SubmissionFolder folder)
    {
        var pipeline = ExperimentPipeline.Open(options);
        var diverged = folder.Divergences(pipeline.Digest)
            .Where(run => !options.IsNamed(NodeNames.Train(run.Model, run.Seed))).ToList();
        if (diverged.Count == 0)
        {
            return pipeline;
        }

        pipeline.Dispose();
        return ExperimentPipeline.Open(options with { Diverged = diverged });
    }
}
