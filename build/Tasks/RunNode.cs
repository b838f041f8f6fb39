using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Runs one submitted step and no other one; typed by jobs")]
public sealed class RunNode : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => Advice.Give(context, () => SlurmRun.RunNode(context));
}
