using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Renders the report, as Report does (--experiment NAME, --set KEY=VALUE, --mirror FOLDER_OR_URL, --jobs N)")]
[IsDependentOn(typeof(Report))]
public sealed class Default : FrostingTask<PipelineContext>
{
}
