using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Runs the tests")]
public sealed class Test : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => TestRun.Run(context.Options.Root, context.TestNamespace);
}
