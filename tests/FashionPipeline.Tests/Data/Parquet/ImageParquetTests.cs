using DuckDB.NET.Data;
using FashionPipeline.Data;
using FashionPipeline.Data.Idx;
using FashionPipeline.Data.Parquet;
using FashionPipeline.Foundation.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Parquet;
using Parquet.Schema;

namespace FashionPipeline.Tests.Data.Parquet;

public sealed class ImageParquetTests : IDisposable
{
    private static readonly string[] LabelNames = ["Shoe", "Hat", "Crème \"brûlée\""];
    private static readonly Dictionary<string, string> Sources = new() { ["b.gz"] = "22", ["a.gz"] = "11" };
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_read_any_images_that_it_wrote()
    {
        var sizes = Gen.Choose(1, 6).Three().Zip(Gen.Choose(1, 1200)).ToArbitrary();
        Prop.ForAll(sizes, size =>
        {
            var ((height, width, seed), count) = size;
            var images = Images.Random(count, height, width, classes: 3, (ulong)seed);
            var read = ImageParquet.Read(Write(images));
            return read.Height == height && read.Width == width
                && read.Pixels.SequenceEqual(images.Pixels) && read.Labels.SequenceEqual(images.Labels);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Should_read_images_in_colour_that_it_wrote()
    {
        var images = Images.Random(count: 7, height: 3, width: 2, classes: 3, channels: 3);

        var read = ImageParquet.Read(Write(images));

        Assert.Equal(new ImageShape(3, 2, 3), read.Shape);
        Assert.Equal(images.Pixels, read.Pixels);
        Assert.Equal(images.Image(6).ToArray(), read.Image(6).ToArray());
    }

    [Fact]
    public void Should_write_the_same_bytes_whatever_the_order_of_the_sources()
    {
        var images = Images.Random(count: 1100, height: 5, width: 5, classes: 3);
        var reversed = Sources.Reverse().ToDictionary();
        Assert.Equal(Write(images), Write(images, reversed));
    }

    [Fact]
    public void Should_tell_another_engine_all_that_there_is()
    {
        var images = Images.Random(count: 1100, height: 5, width: 4, classes: 3);
        File.WriteAllBytes(folder["i.parquet"], Write(images));

        Assert.Equal(
            ["index INTEGER", "label UTINYINT", "label_name VARCHAR", "pixels BLOB"],
            Query($"SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM '{folder["i.parquet"]}')"));
        Assert.Equal(
            [
                "label_names=Shoe\\x0AHat\\x0ACr\\xC3\\xA8me \\x22br\\xC3\\xBBl\\xC3\\xA9e\\x22",
                "scale=0..255", "shape=5x4", "source.a.gz=11", "source.b.gz=22",
            ],
            Query($"SELECT key::VARCHAR || '=' || value::VARCHAR FROM parquet_kv_metadata('{folder["i.parquet"]}') ORDER BY 1"));
        Assert.Equal(
            images.Labels.Select((label, index) => $"{index} {label} {LabelNames[label]} {Convert.ToHexString(images.Image(index))}"),
            Query(
                $"""
                SELECT "index" || ' ' || label || ' ' || label_name || ' ' || hex(pixels)
                FROM '{folder["i.parquet"]}' ORDER BY "index"
                """));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(5000)]
    public void Should_reject_a_truncated_file(int bytes)
    {
        var file = Write(Images.Random(count: 500, height: 5, width: 5, classes: 3));
        var fault = Assert.Throws<InputException>(() => ImageParquet.Read(file[..bytes]));
        Assert.Equal(Remedy.PreprocessAgain, fault.Remedy);
    }

    [Fact]
    public async Task Should_say_how_many_values_no_array_holds()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var stream = new MemoryStream();
        var label = new DataField<byte>("label");
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(label), stream, cancellationToken: cancellation))
        {
            writer.CustomMetadata = new Dictionary<string, string> { ["shape"] = "4096x4096x3" };
            using var rows = writer.CreateRowGroup();
            await rows.WriteAsync<byte>(label, new byte[50], cancellationToken: cancellation);
        }

        var fault = Assert.Throws<InputException>(() => ImageParquet.Read(stream.ToArray()));

        Assert.Contains(
            "its 50 images of 4096 x 4096 colour pixels have 2516582400 values, and an array holds 2147483591", fault.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_hold_the_real_data_in_less_room_than_its_gzip_files_and_show_it_to_another_engine()
    {
        var packed = 0L;
        foreach (var (name, half) in new[] { ("train.parquet", "train"), ("test.parquet", "t10k") })
        {
            var (pixels, labels) = (RealData.Idx($"{half}-images-idx3-ubyte.gz"), RealData.Idx($"{half}-labels-idx1-ubyte.gz"));
            var images = IdxReader.Read(pixels, labels, 28, 28, 10);
            await using (var file = File.Create(folder[name]))
            {
                await ImageParquet.WriteAsync(images, [.. Enumerable.Range(0, 10).Select(label => $"{label}")], Sources, file);
            }

            packed += new FileInfo(folder[name]).Length;
            Assert.Equal(
                images.Labels.CountBy(label => label).OrderBy(count => count.Key).Select(count => $"{count.Key} {count.Value}"),
                Query($"SELECT label || ' ' || count(*) FROM '{folder[name]}' GROUP BY label ORDER BY label"));
            Assert.Equal([$"{images.Pixels.Sum(pixel => (long)pixel)}"], Query(SumOfPixels(folder[name])));
        }

        Assert.InRange(packed, 1, 26_421_880 + 29_515 + 4_422_102 + 5_148);
    }

    // SQL has no sum over a binary value: count the ones in each of the eight places, and weigh them.
    private static string SumOfPixels(string path) => $"""
        SELECT sum(weight * bit_count(pixels::BIT & repeat(place, 784)::BIT))::VARCHAR FROM '{path}',
        (VALUES (128, '10000000'), (64, '01000000'), (32, '00100000'), (16, '00010000'),
                (8, '00001000'), (4, '00000100'), (2, '00000010'), (1, '00000001')) places(weight, place)
        """;

    private static List<string> Query(string sql)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var values = new List<string>();
        while (rows.Read())
        {
            values.Add(rows.GetString(0));
        }

        return values;
    }

    private static byte[] Write(LabelledImages images, Dictionary<string, string>? sources = null)
    {
        using var stream = new MemoryStream();
        ImageParquet.WriteAsync(images, LabelNames, sources ?? Sources, stream).GetAwaiter().GetResult();
        return stream.ToArray();
    }
}
