using FashionPipeline.Data;
using FashionPipeline.Pipeline;
using FashionPipeline.Pipeline.DataSets;
using FashionPipeline.Tests.Data.Decoding;

namespace FashionPipeline.Tests.Pipeline.DataSets;

/// <summary>A repository of its own, with nothing in it, and images of the user's.</summary>
internal sealed class AdditionDesk : IDisposable
{
    public static readonly string[] Names = ["bird", "cat"];

    public TemporaryFolder Folder { get; } = new();

    public PipelineOptions Options => new() { Root = Folder["clone"], Experiment = "mine", IsQuiet = true };

    /// <summary>Path of the file that describes the data set <c>mine</c>.</summary>
    public string DataSetFile => Folder["clone/experiments/datasets/mine.yaml"];

    public AddedDataSet Add(string from, string name = "mine") =>
        DataSetAddition.Add(Options, name, PublishedOrPath(from));

    public void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Folder[name])!);
        File.WriteAllBytes(Folder[name], bytes);
    }

    /// <summary>Writes images in a folder a class, below <c>train</c> and <c>test</c>.</summary>
    public void WriteImages(string folder, DataSplits splits)
    {
        foreach (var (half, images) in new[] { ("train/", splits.Train), ("test/", splits.Test) })
        {
            WriteImages($"{folder}/{half}", images);
        }
    }

    /// <summary>Writes images in a folder a class.</summary>
    public void WriteImages(string folder, LabelledImages images)
    {
        foreach (var (index, label) in images.Labels.Index())
        {
            Write($"{folder}/{Names[label]}/{index}.png", PngBytes.Of(images.Image(index), images.Shape));
        }
    }

    public void Dispose() => Folder.Dispose();

    /// <summary>Images of both classes, of any size.</summary>
    public static DataSplits Splits(int channels = 1, int height = 6, int width = 6) => new(
        Tests.Data.Images.Random(24, height, width, Names.Length, seed: 1, channels),
        Tests.Data.Images.Random(8, height, width, Names.Length, seed: 2, channels));

    private string PublishedOrPath(string from) => from.StartsWith("http", StringComparison.Ordinal) ? from : Folder[from];
}
