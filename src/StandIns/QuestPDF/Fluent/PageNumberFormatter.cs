namespace QuestPDF.Fluent;

/// <summary>Writes a page number; it is <c>null</c> when the section is unknown, as in the first pass.</summary>
public delegate string PageNumberFormatter(int? pageNumber);
