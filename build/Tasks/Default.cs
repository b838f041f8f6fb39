using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Renders the report: the same as Report")]
[IsDependentOn(typeof(Report))]
public sealed class Default : FrostingTask<PipelineContext>
{
}
