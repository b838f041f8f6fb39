using System.Text;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Reporting.Diff;

namespace FashionPipeline.Pipeline.Diffs;

/// <summary>Two reports, compared.</summary>
/// <param name="Diff">What differs.</param>
/// <param name="Pictures">The pictures that it names, as PNG.</param>
public sealed record ComparedReports(ReportDiff Diff, IReadOnlyDictionary<string, byte[]> Pictures)
{
    /// <summary>The folder of pictures, below the one of the other files.</summary>
    public const string PicturesFolder = "pictures";

    /// <summary>
    /// Writes <c>diff.json</c>, <c>diff.md</c>, <c>diff.html</c> and <c>pictures/</c>; pictures of the difference that was there before are
    /// removed.
    /// </summary>
    /// <param name="folder">The folder that they are written to.</param>
    /// <exception cref="IOException">It cannot be written to.</exception>
    public void WriteTo(string folder)
    {
        foreach (var old in DiffJson.Find(Path.Combine(folder, ReportDiff.FileName))?.Pictures() ?? [])
        {
            File.Delete(Path.Combine(folder, PicturesFolder, Path.GetFileName(old)));
        }

        WritePictures(Path.Combine(folder, PicturesFolder));
        AtomicFile.Write(Path.Combine(folder, ReportDiff.FileName), DiffJson.Write(Diff));
        AtomicFile.Write(Path.Combine(folder, "diff.md"), Encoding.UTF8.GetBytes(DiffMarkdown.Of(Diff, PicturesFolder)));
        AtomicFile.Write(Path.Combine(folder, "diff.html"), DiffPage.Of(Diff, Pictures));
    }

    /// <summary>Writes <c>comment.md</c>, and <c>pictures/</c> where a comment can show them.</summary>
    /// <param name="folder">The folder that they are written to.</param>
    /// <param name="pictures">The address under which the comment's readers find the pictures; null where they cannot.</param>
    /// <exception cref="IOException">It cannot be written to.</exception>
    public void WriteCommentTo(string folder, string? pictures)
    {
        if (pictures is not null)
        {
            WritePictures(Path.Combine(folder, PicturesFolder));
        }

        AtomicFile.Write(Path.Combine(folder, "comment.md"), Encoding.UTF8.GetBytes(DiffMarkdown.Of(Diff, pictures)));
    }

    private void WritePictures(string folder)
    {
        foreach (var (name, picture) in Pictures)
        {
            AtomicFile.Write(Path.Combine(folder, name), picture);
        }
    }
}
