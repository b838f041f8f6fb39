using System.Globalization;
using Cake.Core.Diagnostics;
using Cake.Frosting;
using FashionPipeline.Pipeline.Store;

namespace Build.Tasks;

[TaskDescription("Removes from the store what no experiment's latest results need; keeps the downloaded data")]
public sealed class Prune : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => Advice.Give(() =>
    {
        var pruned = PrunePlan.Carry(context.Options.Cache, line => context.Log.Information("{0}", line));
        var megabytes = (pruned.Bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture);
        context.Log.Information("Pruned {0} files, {1} MB.", pruned.Items.Count, megabytes);
    });
}
