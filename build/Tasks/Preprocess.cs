using Cake.Frosting;
using FashionPipeline.Pipeline.Graph;

namespace Build.Tasks;

[TaskDescription("Turns the data set into Parquet files")]
[IsDependentOn(typeof(Download))]
public sealed class Preprocess : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => context.Run(Stage.Preprocess);
}
