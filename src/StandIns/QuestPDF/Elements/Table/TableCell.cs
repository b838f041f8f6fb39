namespace QuestPDF.Elements.Table;

/// <summary>A cell, and what it is the header of.</summary>
internal sealed class TableCell : Container, ITableCellContainer
{
    /// <summary>What it is the header of, <c>Row</c> or <c>Column</c>; null for a cell with a value.</summary>
    internal string? Scope { get; set; }

    /// <summary>Its structure type.</summary>
    internal string Type => Scope is null ? "TD" : "TH";

    /// <summary>Its attributes (ISO 32000-1, 14.8.5.7).</summary>
    internal string? Attributes => Scope is null ? null : $"<</O /Table /Scope /{Scope}>>";
}
