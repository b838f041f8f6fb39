using FashionPipeline.Data;
using FashionPipeline.Data.Formats;
using FashionPipeline.Data.Parquet;
using FashionPipeline.Data.Splits;
using FashionPipeline.Data.Synthetic;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Experiments.Texts;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>Published files, or the generator's images, as Parquet; a validation set is cut out of them where one is asked for.</summary>
public sealed record PreprocessStage : IStage
{
    /// <summary>Name of the artifact with the training images.</summary>
    public const string Train = "train.parquet";

    /// <summary>Name of the artifact with the validation images.</summary>
    public const string Validation = "validation.parquet";

    /// <summary>Name of the artifact with the test images.</summary>
    public const string Test = "test.parquet";

    /// <summary>The data set.</summary>
    public required DataSet DataSet { get; init; }

    /// <summary>How a validation set is cut out of the training images; null for none.</summary>
    public ValidationOptions? Split { get; init; }

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> Settings => [.. DataSetText.Of(DataSet), .. ValidationText.Of(Split)];

    /// <inheritdoc/>
    public IReadOnlyList<string> Outputs => Split is null ? [Train, Test] : [Train, Validation, Test];

    /// <summary>Name of the input with a published file.</summary>
    public static string InputOf(DataFileRole role) => SnakeCase.Of(role);

    /// <inheritdoc/>
    public void Run(StageInputs inputs, StageOutputs outputs, StageContext context)
    {
        var halves = DataSet.Synthetic is { } options
            ? SyntheticGarments.Generate(options)
            : PublishedSplits.Read(DataSet, DataSet.Files.ToDictionary(file => file.Role, file =>
                new FileContent(file.Name, inputs.Read(InputOf(file.Role)))));
        var splits = Split is null ? halves : StratifiedSplit.Apply(halves, DataSet, Split);
        outputs.Add(Train, ToParquet(splits.Train));
        if (splits.Validation is { } validation)
        {
            outputs.Add(Validation, ToParquet(validation));
        }

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
