using Build.Options;
using Cake.Core;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Says of each step whether it is current or has to run, why, and how long it took; runs nothing")]
public sealed class Plan : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => Advice.Give(context, () =>
    {
        var plan = context.Format == OutputFormat.Tree ? context.Pipeline.Plan() : context.Plan();
        Printing.Print(context, context.Format switch
        {
            OutputFormat.Table => plan.ToTable(),
            OutputFormat.Tree => plan.ToTree(),
            OutputFormat.Json => [plan.ToJson()],
            _ => [plan.ToMatrix(node => $"--{PipelineArguments.Only.Name} {node}")],
        });
    });
}
