using System.Diagnostics.CodeAnalysis;

namespace QuestPDF.Infrastructure;

/// <summary>How a file is written.</summary>
public sealed class DocumentSettings
{
    /// <summary>Whether the file has tags, and its headings become bookmarks. Default: none.</summary>
    [SuppressMessage("Naming", "CA1707", Justification = "The package's name.")]
    public PDFUA_Conformance PDFUA_Conformance { get; set; }
}
