using Cake.Core.Diagnostics;
using Cake.Frosting;
using FashionPipeline.Pipeline;

namespace Build.Tasks;

[TaskDescription("Says of each stage what has to run of it, and why, in one screen; runs nothing")]
public sealed class Status : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => Advice.Give(context, () => context.Log.Information("{0}", string.Join(
        Environment.NewLine, (string[])
        [
            .. context.Plan().ToSummary(), ReportList.Report(context.OfExperiment, TimeProvider.System), .. SlurmRun.Status(context),
        ])));
}
