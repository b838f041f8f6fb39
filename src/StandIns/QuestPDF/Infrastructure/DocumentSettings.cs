using System.Diagnostics.CodeAnalysis;

namespace QuestPDF.Infrastructure;

/// <summary>How a file is written. Images are always stored without loss.</summary>
public sealed class DocumentSettings
{
    /// <summary>Pixels an inch of a PDF unit.</summary>
    public const int DefaultRasterDpi = 72;

    /// <summary>Resolution of what cannot be stored as vectors, in dots an inch. Default: 288.</summary>
    public int ImageRasterDpi { get; set; } = DefaultRasterDpi * 4;

    /// <summary>Whether headings become bookmarks. Default: none.</summary>
    [SuppressMessage("Naming", "CA1707", Justification = "The package's name.")]
    public PDFUA_Conformance PDFUA_Conformance { get; set; }

    /// <summary>A new object with the defaults.</summary>
    public static DocumentSettings Default => new();
}
