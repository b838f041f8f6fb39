using Cake.Frosting;
using FashionPipeline.Pipeline.Graph;

namespace Build.Tasks;

[TaskDescription("Chooses the best model")]
[IsDependentOn(typeof(Train))]
public sealed class Select : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => context.Run(Stage.Select);
}
