using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Reporting.Diff;

namespace FashionPipeline.Pipeline.Diffs;

/// <summary>
/// A difference that somebody else made, such as the run of a fork. Only data is taken from it: the words of <c>diff.json</c>, which are
/// rendered here, and the pixels of its pictures, which are drawn anew. What is not as it should be is refused.
/// </summary>
public static partial class ForeignDiff
{
    private const long LargestArchive = 10_000_000;
    private const int MostEntries = 300;
    private const int LargestJson = 5_000_000;
    private const int LargestPicture = 1_000_000;
    private const int LongestSide = 3000;
    private const int LongestMessage = 200;

    /// <summary>Reads an archive.</summary>
    /// <param name="path">
    /// Path of a ZIP file with <c>diff.json</c> and <c>pictures/*.png</c>; <c>diff.md</c> and <c>diff.html</c> are passed over.
    /// </param>
    /// <exception cref="InputException">It is refused; the message says why.</exception>
    public static ComparedReports Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length is > LargestArchive and var length)
            {
                throw Refused(path, $"it has {length} bytes; expected {LargestArchive} at most");
            }

            using var archive = ZipFile.OpenRead(path);
            return Read(archive, path);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw Refused(path, Shown(fault.Message), fault);
        }
        catch (JsonException fault)
        {
            throw Refused(path, $"{ReportDiff.FileName} is not as this program writes it: {Shown(fault.Message)}", fault);
        }
    }

    private static ComparedReports Read(ZipArchive archive, string path)
    {
        if (archive.Entries.Count > MostEntries)
        {
            throw Refused(path, $"it has {archive.Entries.Count} files; expected {MostEntries} at most");
        }

        if (archive.Entries.FirstOrDefault(entry => !EntryPattern().IsMatch(entry.FullName)) is { } stranger)
        {
            throw Refused(path, $"it has a file '{Shown(stranger.FullName)}'; expected {ReportDiff.FileName} and pictures/*.png");
        }

        var diff = DiffJson.Read(Bytes(archive, ReportDiff.FileName, LargestJson, path));
        var pictures = diff.Pictures().Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => Picture(archive, name, path));
        return new(diff, pictures);
    }

    private static byte[] Picture(ZipArchive archive, string name, string path) => !PicturePattern().IsMatch(name)
        ? throw Refused(path, $"it names a picture '{Shown(name)}'; expected a name such as confusion-matrix-now.png")
        : PictureComparison.Redrawn(Bytes(archive, $"{ComparedReports.PicturesFolder}/{name}", LargestPicture, path), LongestSide)
            ?? throw Refused(path, $"{name} is no PNG of {LongestSide} by {LongestSide} pixels at most");

    // The length that an archive states may be a lie.
    private static byte[] Bytes(ZipArchive archive, string name, int most, string path)
    {
        using var entry = (archive.GetEntry(name) ?? throw Refused(path, $"it has no {Shown(name)}")).Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        while (entry.Read(buffer) is > 0 and var count)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > most)
            {
                throw Refused(path, $"{name} has more than {most} bytes");
            }
        }

        return bytes.ToArray();
    }

    // It is read by what takes some lines of a log for commands.
    private static string Shown(string text) =>
        string.Concat(text.Take(LongestMessage).Select(letter => char.IsControl(letter) ? '?' : letter));

    private static InputException Refused(string path, string why, Exception? cause = null) =>
        new($"{path} is no difference to comment on: {why}.\nNothing of it was used.", cause);

    [GeneratedRegex(@"^(diff\.(json|md|html)|pictures/([A-Za-z0-9_-]+\.png)?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex EntryPattern();

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\.png\z", RegexOptions.CultureInvariant)]
    private static partial Regex PicturePattern();
}
