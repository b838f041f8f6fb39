using Build.Options;
using Cake.Core.Diagnostics;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline;

namespace Build;

/// <summary>What the best model takes images for, on the terminal and, of many, in a table.</summary>
internal static class PredictionRun
{
    /// <summary>Name of the table, in the current folder, where no other is typed.</summary>
    public const string FileName = "predictions.csv";

    /// <summary>Classifies the images and says what came out.</summary>
    public static void Print(PipelineContext context, ExperimentPipeline pipeline)
    {
        var predictions = pipeline.Predict(context.Images, context.ImageCollection);
        context.Log.Information("{0}", string.Join(Environment.NewLine, pipeline.LeftOut.Concat(predictions.ToLines())));
        var table = context.OutputFile ?? (context.ImageCollection is null ? null : Path.GetFullPath(FileName));
        if (table is not null)
        {
            Writing.To(table, PipelineArguments.Output, () => AtomicFile.Write(table, predictions.ToCsv()));
            context.Log.Information("{0}", $"\nWritten, with the probability of every class: {table}");
        }
    }
}
