using DuckDB.NET.Data;
using FashionPipeline.Data;
using FashionPipeline.Data.Idx;
using FashionPipeline.Data.Parquet;
using FashionPipeline.Data.Synthetic;
using FsCheck;
using FsCheck.Fluent;

namespace FashionPipeline.Tests.Data.Parquet;

public sealed class ImageParquetTests : IDisposable
{
    private static readonly string[] Names = ["T-shirt/top", "Trouser", "Kleid"];
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_read_what_it_wrote() => Prop.ForAll(
        Gen.Choose(1, 9).SelectMany(count => Gen.Choose(1, 4).SelectMany(size =>
            ArbMap.Default.GeneratorFor<byte>().ArrayOf(count * size * size).SelectMany(pixels =>
                Gen.Choose(0, 2).ArrayOf(count).Select(labels => new LabelledImages
                {
                    Height = size, Width = size, Pixels = pixels, Labels = [.. labels.Select(label => (byte)label)],
                })))).ToArbitrary(),
        images =>
        {
            var back = Read(Write(images));

            return back.Pixels.SequenceEqual(images.Pixels) && back.Labels.SequenceEqual(images.Labels) && back.Height == images.Height && back.Width == images.Width;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_give_the_same_bytes_for_the_same_images()
    {
        var images = SyntheticGarments.Generate(new SyntheticOptions { TrainCount = 200, TestCount = 1 }).Train;

        Assert.Equal(Write(images, SyntheticGarmentNames), Write(images, SyntheticGarmentNames));
    }

    [Fact]
    public void Should_refuse_a_damaged_file_with_a_way_on()
    {
        var file = Write(new LabelledImages { Height = 1, Width = 1, Pixels = [1, 2, 3], Labels = [0, 1, 2] });

        var fault = Assert.Throws<InputException>(() => Read(file[..(file.Length / 2)]));

        Assert.Contains("--target Preprocess", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_be_read_by_another_engine_with_the_counts_and_pixels_of_the_published_files()
    {
        var mirror = Environment.GetEnvironmentVariable("FASHION_MNIST_MIRROR");
        Assert.SkipWhen(string.IsNullOrEmpty(mirror), "FASHION_MNIST_MIRROR names no folder with the real data.");
        var images = IdxReader.Read(
            Path.Combine(mirror!, "t10k-images-idx3-ubyte.gz"), Path.Combine(mirror!, "t10k-labels-idx1-ubyte.gz"), 28, 28, 10);
        File.WriteAllBytes(folder["test.parquet"], Write(images, SyntheticGarmentNames));

        using var engine = new DuckDBConnection("DataSource=:memory:");
        engine.Open();

        Assert.Equal(10_000L, Query(engine, $"SELECT count(*) FROM '{folder["test.parquet"]}'"));
        for (var label = 0; label < 10; label++)
        {
            Assert.Equal(
                (long)images.Labels.Count(value => value == label),
                Query(engine, $"SELECT count(*) FROM '{folder["test.parquet"]}' WHERE label = {label} AND label_name = '{SyntheticGarmentNames[label]}'"));
        }

        Assert.Equal(images.Pixels.Sum(pixel => (long)pixel), SumOfPixels(engine, folder["test.parquet"]));
        Assert.Equal("28x28", Text(engine, $"SELECT decode(value) FROM parquet_kv_metadata('{folder["test.parquet"]}') WHERE decode(key) = 'shape'"));
    }

    private static readonly string[] SyntheticGarmentNames =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    private static byte[] Write(LabelledImages images, string[]? names = null)
    {
        using var stream = new MemoryStream();
        ImageParquet.WriteAsync(images, names ?? Names, new Dictionary<string, string> { ["images.gz"] = new('a', 64) }, stream).GetAwaiter().GetResult();
        return stream.ToArray();
    }

    private static LabelledImages Read(byte[] file) => ImageParquet.ReadAsync(new MemoryStream(file)).GetAwaiter().GetResult();

    private static object? Query(DuckDBConnection engine, string sql)
    {
        using var command = engine.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static string Text(DuckDBConnection engine, string sql) => (string)Query(engine, sql)!;

    private static long SumOfPixels(DuckDBConnection engine, string path)
    {
        using var command = engine.CreateCommand();
        command.CommandText = $"SELECT pixels FROM '{path}'";
        using var reader = command.ExecuteReader();
        var sum = 0L;
        var row = new byte[28 * 28];
        while (reader.Read())
        {
            using var pixels = reader.GetStream(0);
            pixels.ReadExactly(row);
            sum += row.Sum(pixel => (long)pixel);
        }

        return sum;
    }
}
