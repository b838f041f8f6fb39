using System.Globalization;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Actions;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Outline;

namespace FashionPipeline.Tests.EndToEnd;

/// <summary>What a PDF says, as lines of text.</summary>
internal static class PdfText
{
    private const double SameLine = 2;

    // Wider than the gap between two words, narrower than the one between two cells.
    private const double CellGap = 7;

    /// <summary>The horizontal text of each page from top to bottom, the cells of a row parted by bars.</summary>
    public static string Pages(PdfDocument pdf)
    {
        var text = new StringBuilder();
        foreach (var page in pdf.GetPages())
        {
            text.Append(CultureInfo.InvariantCulture, $"[page {page.Number}]\n");
            foreach (var line in Lines(page.GetWords().Where(word => word.TextOrientation == TextOrientation.Horizontal)))
            {
                text.Append(line).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>The bookmarks with their pages, a deeper level indented.</summary>
    public static string Outline(PdfDocument pdf)
    {
        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        return string.Join('\n', bookmarks.GetNodes().OfType<DocumentBookmarkNode>().Select(node =>
            string.Create(CultureInfo.InvariantCulture, $"{new string(' ', 2 * node.Level)}{node.Title}: page {node.PageNumber}")));
    }

    /// <summary>The links with the pages that they are on, and the pages or addresses that they lead to.</summary>
    public static string Links(PdfDocument pdf) => string.Join('\n', pdf.GetPages().SelectMany(page => page.GetAnnotations()
        .Where(annotation => annotation.Type == AnnotationType.Link)
        .Select(link => string.Create(
            CultureInfo.InvariantCulture,
            $"page {page.Number}: {Words(page, link)} -> {Target(link)}"))));

    private static string Target(Annotation link) => link.Action is UriAction address ? address.Uri
        : string.Create(CultureInfo.InvariantCulture, $"page {Assert.IsType<GoToAction>(link.Action).Destination.PageNumber}");

    private static string Words(Page page, Annotation link) =>
        string.Join(' ', page.GetWords().Where(word => IsWithin(word, link.Rectangle)).Select(word => word.Text));

    private static IEnumerable<string> Lines(IEnumerable<Word> words)
    {
        var lines = new List<List<Word>>();
        foreach (var word in words.OrderByDescending(Baseline))
        {
            if (lines.Count == 0 || Baseline(lines[^1][0]) - Baseline(word) > SameLine)
            {
                lines.Add([]);
            }

            lines[^1].Add(word);
        }

        return lines.Select(Line);
    }

    private static string Line(List<Word> words)
    {
        var text = new StringBuilder();
        Word? last = null;
        foreach (var word in words.OrderBy(word => word.BoundingBox.Left))
        {
            var gap = last is null ? string.Empty : word.BoundingBox.Left - last.BoundingBox.Right > CellGap ? " | " : " ";
            text.Append(gap).Append(word.Text);
            last = word;
        }

        return text.ToString();
    }

    private static double Baseline(Word word) => word.Letters[0].StartBaseLine.Y;

    private static bool IsWithin(Word word, PdfRectangle area)
    {
        var centre = word.BoundingBox.Centroid;
        return centre.X > area.Left && centre.X < area.Right && centre.Y > area.Bottom && centre.Y < area.Top;
    }
}
