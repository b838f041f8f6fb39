using Build.Options;
using Cake.Core.Diagnostics;
using Cake.Frosting;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.DataSets;

namespace Build.Tasks;

[TaskDescription("Makes a data set of images of your own, and says how to use it")]
public sealed class AddData : FrostingTask<PipelineContext>
{
    public override void Run(PipelineContext context)
    {
        var name = context.Options.VariantName
            ?? throw new InputException($"What is it to be called? Type: {PipelineArguments.Name.Usage}");
        var from = context.From ?? throw new InputException($"Where are the images? Type: {PipelineArguments.From.Usage}");
        var added = DataSetAddition.Add(context.Options, name, PipelineArguments.ParseFolderOrUrl(from));
        context.Log.Information("{0}", string.Join(Environment.NewLine, added.Lines));
        context.Log.Information("{0}", $"Written: {added.File}. Correct its title and its licence.");
        context.Log.Information("{0}", $"\nAn experiment on it, to be saved as experiments/{name}.yaml:\n\n{added.Example}\n"
            + $"Then type: {Advice.Script} --target {nameof(Report)} --{PipelineArguments.Experiment.Name} {name}");
    }
}
