using Cake.Core.Diagnostics;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Fetches from the remote store what it has of the results that are lacking; runs nothing")]
public sealed class Pull : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => Advice.Give(context, () =>
        context.Log.Information("{0}", string.Join(Environment.NewLine, context.Pipeline.Pull().ToLines())));
}
