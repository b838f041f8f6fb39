using System.Diagnostics.CodeAnalysis;

namespace QuestPDF.Infrastructure;

/// <summary>Whether a file is to be accessible.</summary>
[SuppressMessage("Naming", "CA1707", Justification = "The package's name.")]
public enum PDFUA_Conformance
{
    /// <summary>No: what Semantic* methods say is not written.</summary>
    None = 0,

    /// <summary>ISO 14289-1: outline and tags. The document's metadata must have a title and a language.</summary>
    [SuppressMessage("Naming", "CA1707", Justification = "The package's name.")]
    PDFUA_1 = 1,
}
