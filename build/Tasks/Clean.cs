using Cake.Core.Diagnostics;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Removes results, unfinished trainings and built report files; keeps the downloaded data")]
public sealed class Clean : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context)
    {
        foreach (var path in BuiltFiles.Remove(context.Options, line => context.Log.Information("{0}", line)))
        {
            context.Log.Information("removed  {0}", path);
        }

        context.Log.Information(
            "The downloaded data and what is committed stay. To make everything again: {0} --target Report", Advice.Script);
    }
}
