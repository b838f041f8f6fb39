using System.Diagnostics.CodeAnalysis;

namespace QuestPDF.Infrastructure;

/// <summary>Whether a file is to be accessible.</summary>
[SuppressMessage("Naming", "CA1707", Justification = "The package's name.")]
public enum PDFUA_Conformance
{
    /// <summary>No: what Semantic* methods say is not written.</summary>
    None = 0,

    /// <summary>
    /// ISO 14289-1. This implementation writes the outline and the language, but no tags, and claims no conformance in the file.
    /// </summary>
    [SuppressMessage("Naming", "CA1707", Justification = "The package's name.")]
    PDFUA_1 = 1,
}
