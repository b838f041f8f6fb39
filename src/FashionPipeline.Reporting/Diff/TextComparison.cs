using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace FashionPipeline.Reporting.Diff;

/// <summary>
/// Compares the words of two reports in Markdown paragraph by paragraph. Tables and pictures are left to those who compare them.
/// </summary>
public static class TextComparison
{
    private const int LongestParagraph = 2000;

    /// <summary>The paragraphs that differ, in the order of the text.</summary>
    public static IReadOnlyList<TextChange> Of(byte[] before, byte[] now)
    {
        var model = SideBySideDiffBuilder.Diff(Paragraphs(before), Paragraphs(now), ignoreWhiteSpace: false);
        return [.. model.OldText.Lines.Zip(model.NewText.Lines)
            .Where(pair => pair.First.Type != ChangeType.Unchanged || pair.Second.Type != ChangeType.Unchanged)
            .Select(pair => new TextChange(Words(pair.First), Words(pair.Second)))];
    }

    private static string Paragraphs(byte[] file) => string.Join('\n', Encoding.UTF8.GetString(file).ReplaceLineEndings("\n")
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(paragraph => !paragraph.StartsWith('|') && !paragraph.StartsWith("![", StringComparison.Ordinal))
        .Select(paragraph => paragraph.Replace('\n', ' ')));

    private static string? Words(DiffPiece paragraph) =>
        paragraph.Text is { } text ? DiffWording.Shortened(text, LongestParagraph) : null;
}
