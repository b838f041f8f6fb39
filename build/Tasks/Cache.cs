using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting;
using FashionPipeline.Pipeline.Store;

namespace Build.Tasks;

[TaskDescription("Lists what the store holds by experiment and stage; with --verify reads every file of it")]
public sealed class Cache : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => Advice.Give(context, () =>
    {
        void Say(string line) => context.Log.Information("{0}", line);
        if (!context.IsVerification)
        {
            StoreReport.Say(StoreContents.Of(context.Options.Cache), Say);
            return;
        }

        var found = StoreVerification.Of(context.Options.Cache, Say);
        StoreReport.Say(found, Say);
        if (found.Faults.Count > 0)
        {
            throw new CakeException("The store was damaged. What was found is out of the way; the next run makes it again.");
        }
    });
}
