using Cake.Frosting;
using FashionPipeline.Pipeline.Graph;

namespace Build.Tasks;

[TaskDescription("Fetches the data set's files and checks them")]
public sealed class Download : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => context.Run(Stage.Download);
}
