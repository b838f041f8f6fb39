using FashionPipeline.Data;
using FashionPipeline.Data.Formats;
using FashionPipeline.Data.Parquet;
using FashionPipeline.Data.Synthetic;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Experiments.Texts;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>Published files, or the generator's images, as Parquet.</summary>
public sealed record PreprocessStage : IStage
{
    /// <summary>Name of the artifact with the training images.</summary>
    public const string Train = "train.parquet";

    /// <summary>Name of the artifact with the test images.</summary>
    public const string Test = "test.parquet";

    /// <summary>The data set.</summary>
    public required DataSet DataSet { get; init; }

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> Settings => DataSetText.Of(DataSet);

    /// <inheritdoc/>
    public IReadOnlyList<string> Outputs => [Train, Test];

    /// <summary>Name of the input with a published file.</summary>
    public static string InputOf(DataFileRole role) => SnakeCase.Of(role);

    /// <inheritdoc/>
    public void Run(StageInputs inputs, StageOutputs outputs, StageContext context)
    {
        var splits = DataSet.Synthetic is { } options
            ? SyntheticGarments.Generate(options)
            : PublishedSplits.Read(DataSet, DataSet.Files.ToDictionary(file => file.Role, file =>
                new FileContent(file.Name, inputs.Read(InputOf(file.Role)))));
        outputs.Add(Train, ToParquet(splits.Train));
        outputs.Add(Test, ToParquet(splits.Test));
    }

    private byte[] ToParquet(LabelledImages images)
    {
        using var stream = new MemoryStream();
        var sources = DataSet.Files.ToDictionary(file => file.Name, file => file.Sha256);
        ImageParquet.WriteAsync(images, DataSet.LabelNames, sources, stream).GetAwaiter().GetResult();
        return stream.ToArray();
    }
}
