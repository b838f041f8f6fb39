namespace QuestPDF.Infrastructure;

/// <summary>How text looks. Immutable; what is not set comes from the surrounding element.</summary>
public record TextStyle
{
    /// <summary>Nothing set.</summary>
    public static TextStyle Default { get; } = new();

    internal static TextStyle LibraryDefault { get; } =
        new() { Color = new Color(0xFF000000), Families = ["Lato"], Size = 12, IsBold = false };

    internal Color? Color { get; init; }

    internal string[]? Families { get; init; }

    internal float? Size { get; init; }

    internal float? LineFactor { get; init; }

    internal bool? IsBold { get; init; }

    /// <summary>This style, completed by <paramref name="outer"/> where nothing is set.</summary>
    internal TextStyle Over(TextStyle outer) => new()
    {
        Color = Color ?? outer.Color,
        Families = Families is null ? outer.Families : [.. Families, .. outer.Families ?? []],
        Size = Size ?? outer.Size,
        LineFactor = LineFactor ?? outer.LineFactor,
        IsBold = IsBold ?? outer.IsBold,
    };
}
