using System.Text;
using FashionPipeline.Data;
using FashionPipeline.Data.Formats;
using FashionPipeline.Data.Idx;
using FashionPipeline.Tests.Data.Archives;
using FashionPipeline.Tests.Data.Decoding;
using FashionPipeline.Tests.Data.Idx;
using FashionPipeline.Tests.Data.Npz;

namespace FashionPipeline.Tests.Data.Formats;

/// <summary>The same images are the same, whatever the files they come in.</summary>
public sealed class PublishedSplitsTests
{
    private const int Classes = 3;
    private static readonly string[] Names = ["cat", "dog", "owl"];

    [Fact]
    public void Should_read_the_same_images_of_every_format() => AssertEqualInEveryFormat(
        new DataSplits(Images.Random(30, 5, 4, Classes, seed: 1), Images.Random(20, 5, 4, Classes, seed: 2)), Names);

    [Fact]
    public void Should_read_the_same_part_of_fashion_mnist_of_every_format()
    {
        var half = IdxReader.Read(RealData.Idx("t10k-images-idx3-ubyte.gz"), RealData.Idx("t10k-labels-idx1-ubyte.gz"), 28, 28, 10);
        LabelledImages Part(int start, int count) => half with
        {
            Pixels = half.Pixels[(start * 784)..((start + count) * 784)],
            Labels = half.Labels[start..(start + count)],
        };

        AssertEqualInEveryFormat(
            new DataSplits(Part(0, 600), Part(600, 200)), [.. Enumerable.Range(0, 10).Select(label => $"class {label}")]);
    }

    private static void AssertEqualInEveryFormat(DataSplits splits, string[] names)
    {
        var dataSet = new DataSet
        {
            Name = "mine",
            Title = "Mine",
            Licence = "none",
            Height = splits.Train.Height,
            Width = splits.Train.Width,
            LabelNames = names,
        };

        AssertEqual(splits, Read(
            (DataFileRole.TrainImages, IdxBytes.OfImages(splits.Train)),
            (DataFileRole.TrainLabels, IdxBytes.Gzip(IdxBytes.OfLabels(splits.Train))),
            (DataFileRole.TestImages, IdxBytes.Gzip(IdxBytes.OfImages(splits.Test))),
            (DataFileRole.TestLabels, IdxBytes.OfLabels(splits.Test))));
        AssertEqual(splits, Read((DataFileRole.TrainCsv, Csv(splits.Train)), (DataFileRole.TestCsv, Csv(splits.Test))));
        AssertEqual(splits, Read((DataFileRole.Npz, NpyBytes.Of(splits))));
        var archive = Read((DataFileRole.Archive, ZipBytes.Of(Pngs("train", splits.Train).Concat(Pngs("test", splits.Test)))));
        Assert.Equal(InOrder(splits.Train), InOrder(archive.Train));
        Assert.Equal(InOrder(splits.Test), InOrder(archive.Test));

        DataSplits Read(params (DataFileRole Role, byte[] Bytes)[] files) => PublishedSplits.Read(
            dataSet, files.ToDictionary(file => file.Role, file => new FileContent($"{file.Role}", file.Bytes)));

        byte[] Csv(LabelledImages images) => Encoding.UTF8.GetBytes(string.Concat(images.Labels.Select((label, i) =>
            $"{(i % 2 == 0 ? $"{label}" : names[label])},{string.Join(',', images.Image(i).ToArray())}\n")));

        IEnumerable<(string, byte[])> Pngs(string half, LabelledImages images) => images.Labels.Select((label, i) =>
            ($"{half}/{names[label]}/{i}.png", PngBytes.Of(images.Image(i), images.Shape)));
    }

    private static void AssertEqual(DataSplits expected, DataSplits found)
    {
        Assert.Equal(expected.Train.Pixels, found.Train.Pixels);
        Assert.Equal(expected.Train.Labels, found.Train.Labels);
        Assert.Equal(expected.Test.Pixels, found.Test.Pixels);
        Assert.Equal(expected.Test.Labels, found.Test.Labels);
    }

    private static IEnumerable<string> InOrder(LabelledImages images) =>
        images.Labels.Select((label, i) => $"{label} {Convert.ToHexString(images.Image(i))}").Order(StringComparer.Ordinal);
}
