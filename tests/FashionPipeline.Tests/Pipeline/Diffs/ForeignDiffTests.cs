using System.IO.Compression;
using System.Text;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Diffs;
using FashionPipeline.Tests.Reporting.Diff;
using SkiaSharp;

namespace FashionPipeline.Tests.Pipeline.Diffs;

/// <summary>What a fork's run hands over may be anything.</summary>
public sealed class ForeignDiffTests : IDisposable
{
    private static readonly string Json = Encoding.UTF8.GetString(DiffJson.Write(SampleDiff.With("cnn")));

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_take_the_words_and_the_pixels_of_what_this_program_wrote()
    {
        var read = Read(Whole()).Diff;

        Assert.Equal(Json, Encoding.UTF8.GetString(DiffJson.Write(read)));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("pictures/../../x.png")]
    [InlineData("/etc/passwd")]
    [InlineData("pictures/a.svg")]
    [InlineData("pictures/a/b.png")]
    [InlineData("run.sh")]
    public void Should_refuse_an_archive_with_any_other_file(string name) =>
        Refuses(Whole().Append((name, "x"u8.ToArray())), "it has a file '");

    [Theory]
    [InlineData("\"verdict\": \"worse\"", "\"verdict\": 9")]
    [InlineData("\"verdict\": \"worse\"", "\"verdict\": \"splendid\"")]
    [InlineData("\"notes\": [", "\"notes\": [ null, ")]
    [InlineData("\"experiment\": \"cnn\"", "\"experiment\": null")]
    [InlineData("\"version\": 1", "\"version\": 2")]
    [InlineData("\"version\": 1", "\"version\": 1, \"script\": \"x\"")]
    [InlineData("{", "[[[[[[[[[[[[")]
    public void Should_refuse_words_that_this_program_would_not_write(string found, string replacement) =>
        Refuses(With(new(Json[..Json.IndexOf(found, StringComparison.Ordinal)] + replacement
            + Json[(Json.IndexOf(found, StringComparison.Ordinal) + found.Length)..])), "diff.json is not as this program writes it");

    [Fact]
    public void Should_refuse_a_picture_whose_name_is_a_path() =>
        Refuses(With(Json.Replace("curve-now.png", "../../x.png", StringComparison.Ordinal)), "it names a picture '../../x.png'");

    [Fact]
    public void Should_refuse_a_picture_that_is_none() =>
        Refuses([.. Whole().Where(file => file.Name != "pictures/curve-now.png"), ("pictures/curve-now.png", "<script/>"u8.ToArray())],
            "curve-now.png is no PNG");

    [Fact]
    public void Should_refuse_a_picture_that_is_missing() =>
        Refuses(Whole().Where(file => file.Name != "pictures/curve-now.png"), "it has no pictures/curve-now.png");

    // It packs to a few kilobytes.
    [Fact]
    public void Should_refuse_words_that_unpack_to_ten_megabytes() =>
        Refuses(With(Json + new string(' ', 10_000_000)), "has more than 5000000 bytes");

    [Fact]
    public void Should_refuse_an_archive_of_ten_megabytes()
    {
        var noise = new byte[11_000_000];
        new Random(1).NextBytes(noise);

        Refuses(Whole().Append(("diff.html", noise)), "expected 10000000 at most");
    }

    [Fact]
    public void Should_refuse_what_is_no_archive()
    {
        File.WriteAllText(folder["diff.zip"], "<html/>");

        Assert.Throws<InputException>(() => ForeignDiff.Read(folder["diff.zip"]));
        Assert.Throws<InputException>(() => ForeignDiff.Read(folder["missing.zip"]));
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Whole() => With(Json);

    private static IEnumerable<(string Name, byte[] Bytes)> With(string json)
    {
        using var bitmap = new SKBitmap(2, 2);
        var png = bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
        return [("diff.json", Encoding.UTF8.GetBytes(json)), ("diff.md", "ignored"u8.ToArray()),
            .. SampleDiff.With("cnn").Pictures().Select(name => ($"pictures/{name}", png))];
    }

    private void Refuses(IEnumerable<(string Name, byte[] Bytes)> files, string why) => Assert.Contains(
        why, Assert.Throws<InputException>(() => Read(files)).Message, StringComparison.Ordinal);

    private ComparedReports Read(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using (var archive = ZipFile.Open(folder["diff.zip"], ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return ForeignDiff.Read(folder["diff.zip"]);
    }
}
