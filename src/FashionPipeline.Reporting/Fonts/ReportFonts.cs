using SkiaSharp;

namespace FashionPipeline.Reporting.Fonts;

/// <summary>
/// The three typefaces of every figure and page, embedded in the assembly: a machine without any font gives the same bytes.
/// </summary>
public static class ReportFonts
{
    /// <summary>Family of running text, regular and bold.</summary>
    public const string Sans = "Report Sans";

    /// <summary>Family of what is for machines, such as digests; every character is equally wide.</summary>
    public const string Monospaced = "Report Mono";

    private static readonly string[] Files = ["ReportSans-Regular", "ReportSans-Bold", "ReportMono-Regular"];

    private static readonly Lazy<SKTypeface> LazySansRegular = new(() => Load(Files[0]));

    private static readonly Lazy<SKTypeface> LazySansBold = new(() => Load(Files[1]));

    private static readonly Lazy<SKTypeface> LazyMonospacedRegular = new(() => Load(Files[2]));

    /// <summary>Regular text. Shared by all drawings: never to be disposed of.</summary>
    public static SKTypeface SansRegular => LazySansRegular.Value;

    /// <summary>Bold text. Shared by all drawings: never to be disposed of.</summary>
    public static SKTypeface SansBold => LazySansBold.Value;

    /// <summary>Equally wide characters. Shared by all drawings: never to be disposed of.</summary>
    public static SKTypeface MonospacedRegular => LazyMonospacedRegular.Value;

    /// <summary>Opens the font files, for libraries that register fonts by stream; the caller disposes of them.</summary>
    public static IEnumerable<Stream> OpenAll() => Files.Select(file => Open($"{file}.ttf"));

    /// <summary>Opens the same fonts as WOFF2, for pages; the caller disposes of them.</summary>
    public static IEnumerable<Stream> OpenAllForPages() => Files.Select(file => Open($"{file}.woff2"));

    private static SKTypeface Load(string file)
    {
        using var stream = Open($"{file}.ttf");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data);
    }

    private static Stream Open(string file) =>
        typeof(ReportFonts).Assembly.GetManifestResourceStream(file)
        ?? throw new InvalidOperationException($"The font {file} is not embedded in {typeof(ReportFonts).Assembly.GetName().Name}.");
}
