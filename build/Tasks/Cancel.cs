using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Cancels the jobs of the experiment that were submitted and have not ended")]
public sealed class Cancel : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => Advice.Give(context, () => SlurmRun.Cancel(context));
}
