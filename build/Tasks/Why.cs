using Build.Options;
using Cake.Core;
using Cake.Frosting;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline;

namespace Build.Tasks;

[TaskDescription("Says why steps have to run, with all causes; with --against, what changed since a revision")]
public sealed class Why : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => Advice.Give(context, () =>
    {
        var explanation = context.Against is { } revision
            ? RevisionExplanation.Of(context.Options, revision)
            : context.Pipeline.Explain();
        Printing.Print(context, context.Format switch
        {
            OutputFormat.Table => explanation.ToTable(),
            OutputFormat.Json => [explanation.ToJson()],
            _ => throw new InputException("An explanation is no matrix of a job; expected the format table or json."),
        });
    });
}
