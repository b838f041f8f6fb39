using Build.Reviews;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Says what differs between the reports of two commits, folders or experiments, and what that amounts to; runs nothing")]
public sealed class Diff : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => Advice.Give(context, () => ReportReview.Run(context));
}
