using Cake.Core.Diagnostics;
using Cake.Frosting;
using FashionPipeline.Pipeline;

namespace Build.Tasks;

[TaskDescription("Lists the experiments and their variants, with their state, their best model and the age of their report")]
public sealed class List : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => Advice.Give(context, () =>
        context.Log.Information("{0}", string.Join(Environment.NewLine, ReportList.Lines(context.Options, TimeProvider.System))));
}
