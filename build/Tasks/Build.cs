using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Compiles everything, tests included")]
public sealed class Build : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => DotNet.Build(context.Options.Root, "FashionPipeline.sln");
}
