using FashionPipeline.Data;
using FashionPipeline.Data.Download;
using FashionPipeline.Data.Idx;
using FashionPipeline.Data.Parquet;
using FashionPipeline.Data.Synthetic;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>Published files, or the generator's images, into <c>train.parquet</c> and <c>test.parquet</c>.</summary>
public static class PreprocessStage
{
    /// <summary>Name of the artifact with the training images.</summary>
    public const string Train = "train.parquet";

    /// <summary>Name of the artifact with the test images.</summary>
    public const string Test = "test.parquet";

    /// <summary>The task. Its key holds the files' published digests, which the download has checked.</summary>
    public static StageTask Of(DataSet dataSet, Func<IReadOnlyList<DownloadedFile>> downloaded) => new()
    {
        Id = "preprocess",
        Key = new StageKey()
            .With("data_set", dataSet.Name)
            .With("data_set.size", $"{dataSet.Height}x{dataSet.Width}")
            .With("data_set.labels", string.Join(", ", dataSet.LabelNames))
            .With("data_set.file", dataSet.Files.Select(file => KeyValuePair.Create(file.Name, file.Sha256)))
            .With("data_set.synthetic", dataSet.Synthetic?.ToString() ?? "no")
            .With("code", CodeFingerprint.Of(typeof(ImageParquet).Assembly)),
        Work = () =>
        {
            var splits = dataSet.Synthetic is { } options ? SyntheticGarments.Generate(options) : IdxReader.ReadSplits(dataSet, downloaded());
            return new Dictionary<string, byte[]> { [Train] = Write(splits.Train, dataSet), [Test] = Write(splits.Test, dataSet) };
        },
    };

    /// <summary>The images that the task has made.</summary>
    public static DataSplits Read(StageRecord record, BlobStore blobs) => new(Read(blobs.Read(record[Train])), Read(blobs.Read(record[Test])));

    private static byte[] Write(LabelledImages images, DataSet dataSet)
    {
        using var stream = new MemoryStream();
        var sources = dataSet.Files.ToDictionary(file => file.Name, file => file.Sha256);
        ImageParquet.WriteAsync(images, dataSet.LabelNames, sources, stream).GetAwaiter().GetResult();
        return stream.ToArray();
    }

    private static LabelledImages Read(byte[] parquet) => ImageParquet.ReadAsync(new MemoryStream(parquet)).GetAwaiter().GetResult();
}
