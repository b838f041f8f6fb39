using Cake.Frosting;
using FashionPipeline.Pipeline.Graph;

namespace Build.Tasks;

[TaskDescription("Renders the report with all its figures and tables")]
[IsDependentOn(typeof(Evaluate))]
[IsDependentOn(typeof(Select))]
[IsDependentOn(typeof(Embed))]
public sealed class Report : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => context.Run(Stage.Report);
}
