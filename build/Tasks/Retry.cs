using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Submits again what failed for want of memory or time, or with its machine; typed by jobs")]
public sealed class Retry : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => Advice.Give(context, () => SlurmRun.Retry(context));
}
