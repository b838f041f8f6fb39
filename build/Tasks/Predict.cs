using Build.Options;
using Cake.Frosting;
using FashionPipeline.Foundation.Diagnostics;

namespace Build.Tasks;

[TaskDescription("Says what the best model takes images of your own for; trains what is lacking")]
public sealed class Predict : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context) => Advice.Give(context, () =>
    {
        if (context.Images.Count == 0 && context.ImageCollection is null)
        {
            throw new InputException(
                $"Which image? Type: {PipelineArguments.Image.Usage}, or for many: {PipelineArguments.ImageCollection.Usage}");
        }

        context.Do(pipeline => PredictionRun.Print(context, pipeline));
    });
}
