using Build.Options;
using Cake.Core.Diagnostics;
using Cake.Frosting;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Diffs;

namespace Build.Tasks;

[TaskDescription("Makes a comment of a difference that somebody else's run made, and refuses what is not as it should be")]
public sealed class Comment : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context)
    {
        var archive = context.Artifact ?? throw new InputException($"Which archive? Type: {PipelineArguments.Artifact.Usage}");
        var folder = context.OutputFile ?? throw new InputException($"Where to? Type: {PipelineArguments.Output.Usage}");
        var diff = ForeignDiff.Read(archive);
        Writing.To(folder, PipelineArguments.Output, () => diff.WriteCommentTo(folder, context.Pictures));
        context.Log.Information("{0}", $"Written: {Path.Combine(folder, "comment.md")}");
    }
}
