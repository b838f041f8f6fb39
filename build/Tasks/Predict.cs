using Build.Options;
using Cake.Core.Diagnostics;
using Cake.Frosting;
using FashionPipeline.Foundation.Diagnostics;

namespace Build.Tasks;

[TaskDescription("Says what the best model takes images of your own for; trains what is lacking")]
public sealed class Predict : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => Advice.Give(context, () =>
    {
        if (context.Images.Count == 0)
        {
            throw new InputException($"Which image? Type: {PipelineArguments.Image.Usage}");
        }

        context.Do(pipeline =>
        {
            var predictions = pipeline.Predict(context.Images).ToLines();
            context.Log.Information("{0}", string.Join(Environment.NewLine, pipeline.LeftOut.Concat(predictions)));
        });
    });
}
