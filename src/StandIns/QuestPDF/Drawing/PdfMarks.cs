using SkiaSharp;

namespace QuestPDF.Drawing;

/// <summary>
/// Marked content in what Skia writes, which has no call for it: where marked content begins, a rectangle of a size of its own is drawn,
/// and in the page's stream the operators take its place. That they are as many as were drawn is checked.
/// </summary>
internal static class PdfMarks
{
    // A hundredth of a point, and not quite: nothing else is so small, and both are written as they are.
    private const float Side = 0.01171875f;

    private const string Drawn = "0 0 .01171875 .01171875 re\nf\n";

    /// <summary>Draws a mark.</summary>
    internal static void Draw(SKCanvas canvas)
    {
        using var restore = new SKAutoCanvasRestore(canvas);
        using var paint = new SKPaint { Color = SKColors.Black };
        canvas.ResetMatrix();
        canvas.DrawRect(new SKRect(0, 0, Side, Side), paint);
    }

    /// <summary>Puts operators in the place of the marks, and ends each marked content where the next begins.</summary>
    /// <param name="content">A page's stream.</param>
    /// <param name="begins">Operators that begin marked content, in the order of the marks.</param>
    /// <exception cref="InvalidOperationException">There are more marks or fewer.</exception>
    internal static string Replace(string content, IReadOnlyList<string> begins)
    {
        var parts = content.Split(Drawn);
        return parts.Length == begins.Count + 1
            ? parts[0] + string.Concat(begins.Select((begin, i) => $"{(i > 0 ? "EMC\n" : "")}{begin}\n{parts[i + 1]}"))
                + (begins.Count > 0 ? "EMC\n" : "")
            : throw new InvalidOperationException(
                $"A page has {parts.Length - 1} marks in place of {begins.Count}: Skia draws otherwise than this file expects.");
    }

    /// <summary>Takes the marks away.</summary>
    internal static string Remove(string content) => content.Replace(Drawn, "", StringComparison.Ordinal);
}
