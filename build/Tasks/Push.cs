using Cake.Core.Diagnostics;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Sends the current results of an experiment to the remote store, for other machines and people")]
public sealed class Push : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => Advice.Give(context, () =>
        context.Log.Information("{0}", string.Join(Environment.NewLine, context.Pipeline.Push().ToLines())));
}
