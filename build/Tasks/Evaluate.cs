using Cake.Frosting;
using FashionPipeline.Pipeline.Graph;

namespace Build.Tasks;

[TaskDescription("Predicts the test images and scores every model")]
[IsDependentOn(typeof(Train))]
public sealed class Evaluate : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => context.Run(Stage.Evaluate);
}
