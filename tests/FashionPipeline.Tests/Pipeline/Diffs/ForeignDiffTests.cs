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
        var read = Read(Whole());

        Assert.Equal(Json, Encoding.UTF8.GetString(DiffJson.Write(read.Diff)));
        Assert.Equal(read.Diff.Pictures().Order(StringComparer.Ordinal), read.Pictures.Keys.Order(StringComparer.Ordinal));
        using var picture = SKBitmap.Decode(read.Pictures["curve-now.png"]);
        Assert.Equal((2, 2), (picture.Width, picture.Height));
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
    [InlineData("\"state\": \"new\"", "\"state\": \"@everyone\"")]
    [InlineData("\"commit\": \"aaaa", "\"commit\": \"../a")]
    [InlineData("{", "[[[[[[[[[[[[")]
    public void Should_refuse_words_that_this_program_would_not_write(string found, string replacement) =>
        Refuses(With(new(Json[..Json.IndexOf(found, StringComparison.Ordinal)] + replacement
            + Json[(Json.IndexOf(found, StringComparison.Ordinal) + found.Length)..])), "diff.json is not as this program writes it");

    // Some lines of a log are commands to GitHub.
    [Fact]
    public void Should_repeat_nothing_that_begins_a_line_of_the_log()
    {
        var json = Json.Replace("\"version\": 1", "\"a\\n::error::x\": 1", StringComparison.Ordinal);

        var fault = Assert.Throws<InputException>(() => Read(With(json)));

        Assert.DoesNotContain(fault.Message.Split('\n'), line => line.StartsWith("::", StringComparison.Ordinal));
    }

    // What is read is rendered with rights: nothing may go wrong any more.
    [Theory]
    [InlineData("\"classes\": [", "\"classes\": [], \"x\": [")]
    [InlineData("0.88", "1e999")]
    [InlineData("\"cnn\"", "\"\"")]
    [InlineData("\"cnn\"", "\"\\ud800\"")]
    [InlineData("\"count\": 1", "\"count\": -1")]
    [InlineData("\"different\": [", "\"different\": [ 7, ")]
    public void Should_render_what_it_takes(string found, string replacement)
    {
        try
        {
            Read(With(Json.Replace(found, replacement, StringComparison.Ordinal))).WriteCommentTo(folder["comment"], null);
        }
        catch (InputException)
        {
            return;
        }

        Assert.True(File.Exists(folder["comment/comment.md"]));
    }

    [Fact]
    public void Should_refuse_a_picture_with_more_pixels_than_one_would_look_at()
    {
        using var bitmap = new SKBitmap(4000, 1);

        Refuses([.. Whole().Where(file => file.Name != "pictures/curve-now.png"),
            ("pictures/curve-now.png", bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray())], "curve-now.png is no PNG of 3000 by 3000");
    }

    [Fact]
    public void Should_refuse_more_files_than_a_report_has_figures() =>
        Refuses(Whole().Concat(Enumerable.Range(0, 300).Select(i => ($"pictures/{i}.png", Array.Empty<byte>()))), "expected 300 at most");

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
