using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using FashionPipeline.Data;
using FashionPipeline.Evaluation.Embedding;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Tests.Evaluation.Embedding;

public class SpectralEmbeddingTests
{
    [Fact]
    public void Should_equal_scikit_learn_on_the_test_images_of_fashion_mnist()
    {
        var mirror = Environment.GetEnvironmentVariable("FASHION_MNIST_MIRROR");
        Assert.SkipUnless(Directory.Exists(mirror), "FASHION_MNIST_MIRROR names no folder with the published files.");
        var images = new LabelledImages
        {
            Height = 28,
            Width = 28,
            Pixels = Unzip(mirror!, "t10k-images-idx3-ubyte.gz", header: 16),
            Labels = Unzip(mirror!, "t10k-labels-idx1-ubyte.gz", header: 8),
        };

        var embedding = SpectralEmbedding.Compute(images, new SpectralEmbeddingOptions());

        Assert.Equal(1, embedding.Components);
        Assert.Equal(75_042, embedding.NonZeros);
        Assert.InRange(embedding.LargestResidual, 0, 1e-12);
        Assert.Equal(0, embedding.Eigenvalues[0]);
        Assert.Equal(1.10758382e-03, embedding.Eigenvalues[1], 1e-11);
        Assert.Equal(2.98460023e-03, embedding.Eigenvalues[2], 1e-11);
        foreach (var line in File.ReadLines(Beside("spectral-embedding.reference.csv")).Skip(2))
        {
            var fields = line.Split(',');
            var point = int.Parse(fields[0], CultureInfo.InvariantCulture);
            Assert.Equal(double.Parse(fields[1], CultureInfo.InvariantCulture), embedding.Coordinates[2 * point], 1e-9);
            Assert.Equal(double.Parse(fields[2], CultureInfo.InvariantCulture), embedding.Coordinates[(2 * point) + 1], 1e-9);
        }
    }

    [Fact]
    public void Should_give_the_same_bits_on_any_number_of_cores()
    {
        var pixels = new byte[1500 * 9];
        new System.Random(7).NextBytes(pixels);
        var images = new LabelledImages { Height = 3, Width = 3, Pixels = pixels, Labels = new byte[1500] };

        var one = SpectralEmbedding.Compute(images, new SpectralEmbeddingOptions(), new ParallelOptions { MaxDegreeOfParallelism = 1 });
        var three = SpectralEmbedding.Compute(images, new SpectralEmbeddingOptions(), new ParallelOptions { MaxDegreeOfParallelism = 3 });

        Assert.Equal(Bits(one), Bits(three));
    }

    [Fact]
    public void Should_tell_separate_components_apart_by_the_canonical_basis()
    {
        // Three clusters on a line, each of three points, far from the others: a triangle of degree 2 each.
        var embedding = Embed([0, 1, 2, 100, 101, 102, 200, 201, 202], neighbours: 3, dimensions: 3);

        Assert.Equal(3, embedding.Components);
        Assert.Equal([0, 0, 0], embedding.Eigenvalues.Take(3));
        var third = Math.Sqrt(1 / 6d);
        for (var point = 0; point < 9; point++)
        {
            Assert.Equal(point / 3 == 1 ? third : 0, embedding.Coordinates[3 * point], 1e-14);
            Assert.Equal(point / 3 == 2 ? third : 0, embedding.Coordinates[(3 * point) + 1], 1e-14);
        }

        // A triangle's other normalised eigenvalue is 3/2.
        Assert.Equal(1.5, embedding.Eigenvalues[3], 1e-13);
    }

    [Fact]
    public void Should_take_points_without_neighbours_as_components()
    {
        var embedding = Embed([5, 6, 7], neighbours: 1, dimensions: 2);

        Assert.Equal(3, embedding.Components);
        Assert.Equal([0, 0, 1, 0, 0, 1], embedding.Coordinates);
        Assert.Equal(3, embedding.NonZeros);
    }

    [Theory]
    [InlineData(4, 2, "4 neighbours")]
    [InlineData(0, 2, "0 neighbours")]
    [InlineData(2, 3, "3 dimensions")]
    [InlineData(2, 0, "0 dimensions")]
    public void Should_reject_what_three_images_cannot_give(int neighbours, int dimensions, string found)
    {
        var fault = Assert.Throws<InputException>(() => Embed([1, 2, 3], neighbours, dimensions));
        Assert.Contains(found, fault.Message);
        Assert.Contains("3 images", fault.Message);
    }

    [Fact]
    public void Should_take_every_channel_of_a_pixel_for_a_coordinate()
    {
        var colour = Tests.Data.Images.Random(count: 12, height: 2, width: 3, classes: 2, channels: 3);
        var wide = new LabelledImages { Height = 2, Width = 9, Pixels = colour.Pixels, Labels = colour.Labels };
        var options = new SpectralEmbeddingOptions { Neighbours = 4, Dimensions = 2 };

        Assert.Equal(Bits(SpectralEmbedding.Compute(wide, options)), Bits(SpectralEmbedding.Compute(colour, options)));
    }

    [Fact]
    public void Should_refuse_images_whose_distances_have_no_room()
    {
        var images = Tests.Data.Images.Random(count: 3, height: 128, width: 128, classes: 2, channels: 3);

        var fault = Assert.Throws<InputException>(
            () => SpectralEmbedding.Compute(images, new SpectralEmbeddingOptions { Neighbours = 2, Dimensions = 1 }));

        Assert.Contains("128 x 128 colour pixels, 49152 values each; expected 16512 at most", fault.Message, StringComparison.Ordinal);
    }

    private static SpectralEmbeddingResult Embed(byte[] values, int neighbours, int dimensions) => SpectralEmbedding.Compute(
        new LabelledImages { Height = 1, Width = 1, Pixels = values, Labels = new byte[values.Length] },
        new SpectralEmbeddingOptions { Neighbours = neighbours, Dimensions = dimensions });

    private static long[] Bits(SpectralEmbeddingResult result) =>
        [.. result.Coordinates.Concat(result.Eigenvalues).Append(result.LargestResidual).Select(BitConverter.DoubleToInt64Bits)];

    private static byte[] Unzip(string folder, string name, int header)
    {
        using var file = new GZipStream(File.OpenRead(Path.Combine(folder, name)), CompressionMode.Decompress);
        var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray()[header..];
    }

    private static string Beside(string name, [CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, name);
}
