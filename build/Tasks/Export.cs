using Cake.Core.Diagnostics;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("Writes the best model as ONNX and safetensors, with a model card; trains what is lacking")]
public sealed class Export : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => Advice.Give(context, () => context.Do(pipeline =>
    {
        var exported = pipeline.Export(Advice.ToExport(context.OfExperiment)).ToLines();
        context.Log.Information("{0}", string.Join(Environment.NewLine, pipeline.LeftOut.Concat(exported)));
    }));
}
