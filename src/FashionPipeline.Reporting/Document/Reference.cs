namespace FashionPipeline.Reporting.Document;

/// <summary>
/// A figure, a table or a source, as running text mentions it: before or after it stands in the report, where it gets its number.
/// </summary>
public sealed class Reference
{
    private const string SourceKind = "Source";

    private readonly string kind;

    private Reference(string kind, int number) => (this.kind, Number) = (kind, number);

    /// <summary>Its number in the report, from 1; 0 as long as it has no place there.</summary>
    public int Number { get; internal set; }

    /// <summary>What it is called: <c>Figure 3</c>, or <c>[3]</c> where it is a source.</summary>
    public string Name => kind == SourceKind ? $"[{Number}]" : $"{kind} {Number}";

    /// <summary>Its id, which the caption bears: <c>figure-3</c>.</summary>
    public string Id => $"{kind.ToLowerInvariant()}-{Number}";

    /// <summary>A reference to a figure.</summary>
    /// <param name="number">Its number, where it has one already.</param>
    public static Reference ToFigure(int number = 0) => new("Figure", number);

    /// <summary>A reference to a source.</summary>
    /// <param name="number">Its number.</param>
    public static Reference ToSource(int number) => new(SourceKind, number);

    /// <summary>A reference to a table.</summary>
    /// <param name="number">Its number, where it has one already.</param>
    public static Reference ToTable(int number = 0) => new("Table", number);
}
