using System.Text;
using FashionPipeline.Reporting.Fonts;

namespace FashionPipeline.Reporting.Html;

/// <summary>The page's style with its fonts, and its script.</summary>
internal static class PageAssets
{
    // In the order of ReportFonts.OpenAllForPages.
    private static readonly (string Family, int Weight)[] Faces =
        [(ReportFonts.Sans, 400), (ReportFonts.Sans, 700), (ReportFonts.Monospaced, 400)];

    private static readonly Lazy<string> LazyStyle = new(() =>
        string.Concat(Faces.Zip(ReportFonts.OpenAllForPages(), FontFace)) + Read("page.css"));

    /// <summary>The style sheet; the fonts are within, because figures place each letter by its width.</summary>
    public static string Style => LazyStyle.Value;

    /// <summary>What sorts the tables and shows values; all text can be read without it.</summary>
    public static string Script { get; } = Read("page.js");

    private static string FontFace((string Family, int Weight) face, Stream font)
    {
        using (font)
        {
            using var bytes = new MemoryStream();
            font.CopyTo(bytes);
            var data = Convert.ToBase64String(bytes.ToArray());
            return $"@font-face{{font-family:\"{face.Family}\";font-weight:{face.Weight};src:url(data:font/woff2;base64,{data})}}\n";
        }
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(PageAssets).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
