using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Renders the report, as Report does")]
[IsDependentOn(typeof(Report))]
public sealed class Default : FrostingTask<PipelineContext>
{
}
