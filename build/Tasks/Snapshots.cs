using Build.Reviews;
using Cake.Core.Diagnostics;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Shows what the tests received in place of snapshots; with --accept takes it for what they are to expect")]
public sealed class Snapshots : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) =>
        context.Log.Information("{0}", string.Join(
            Environment.NewLine, SnapshotReview.Run(context.Options.Root, context.Options.Only, context.IsAcceptance)));
}
