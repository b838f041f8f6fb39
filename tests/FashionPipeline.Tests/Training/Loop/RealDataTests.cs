using System.IO.Compression;
using FashionPipeline.Data;
using FashionPipeline.Training;
using FashionPipeline.Training.Loop;

namespace FashionPipeline.Tests.Training.Loop;

public class RealDataTests
{
    [Fact]
    public void Should_learn_from_a_tenth_of_Fashion_MNIST_in_two_epochs()
    {
        var mirror = Environment.GetEnvironmentVariable("FASHION_MNIST_MIRROR");
        Assert.SkipUnless(Directory.Exists(mirror), "FASHION_MNIST_MIRROR is not set to a folder with the data");
        var data = new TrainingData(Images(mirror, "train", 6000), Images(mirror, "t10k", 2000));

        var options = new TrainingOptions { Epochs = 2 };
        var result = Trainer.Train(SourceNetworks.Mlp, options, data, 10, cancellationToken: TestContext.Current.CancellationToken);

        Assert.InRange(result.History[^1].ValidationAccuracy, 0.75, 0.9);
    }

    private static LabelledImages Images(string mirror, string name, int count) => new()
    {
        Height = 28,
        Width = 28,
        Pixels = Read(Path.Combine(mirror, $"{name}-images-idx3-ubyte.gz"), 16, count * 784),
        Labels = Read(Path.Combine(mirror, $"{name}-labels-idx1-ubyte.gz"), 8, count),
    };

    private static byte[] Read(string path, int header, int length)
    {
        using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        var bytes = new byte[header + length];
        file.ReadExactly(bytes);
        return bytes[header..];
    }
}
