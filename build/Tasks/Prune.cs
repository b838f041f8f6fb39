using Cake.Core.Diagnostics;
using Cake.Frosting;
using FashionPipeline.Pipeline.Store;

namespace Build.Tasks;

[TaskDescription("Removes from the store what no experiment's latest results need; keeps the downloaded data")]
public sealed class Prune : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => Advice.Give(context, () =>
    {
        void Say(string line) => context.Log.Information("{0}", line);
        if (context.IsPlanOnly)
        {
            StoreReport.Say(PrunePlan.Of(context.Options.Cache, Say), context.Options.Cache, Say);
        }
        else
        {
            StoreReport.Say(PrunePlan.Carry(context.Options.Cache, Say), Say);
        }
    });
}
