using Cake.Frosting;
using FashionPipeline.Pipeline.Graph;

namespace Build.Tasks;

[TaskDescription("Computes the spectral embedding of the test images")]
[IsDependentOn(typeof(Preprocess))]
public sealed class Embed : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => context.Run(Stage.Embed);
}
