using Cake.Frosting;
using FashionPipeline.Pipeline.Graph;

namespace Build.Tasks;

[TaskDescription("Trains every model with every seed")]
[IsDependentOn(typeof(Preprocess))]
public sealed class Train : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => context.Run(Stage.Train);
}
