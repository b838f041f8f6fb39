namespace QuestPDF.Infrastructure;

/// <summary>How text looks. Immutable; what is not set comes from the surrounding element.</summary>
public record TextStyle
{
    /// <summary>Nothing set.</summary>
    public static TextStyle Default { get; } = new();

    internal static TextStyle LibraryDefault { get; } = new()
    {
        Color = new Color(0xFF000000),
        Background = new Color(0),
        Families = ["Lato"],
        Size = 12,
        Spacing = 0,
        FontWeight = Infrastructure.FontWeight.Normal,
        IsItalic = false,
        HasUnderline = false,
        HasStrikethrough = false,
        Position = FontPosition.Normal,
    };

    internal Color? Color { get; init; }

    internal Color? Background { get; init; }

    internal string[]? Families { get; init; }

    internal float? Size { get; init; }

    internal float? LineFactor { get; init; }

    internal float? Spacing { get; init; }

    internal FontWeight? FontWeight { get; init; }

    internal bool? IsItalic { get; init; }

    internal bool? HasUnderline { get; init; }

    internal bool? HasStrikethrough { get; init; }

    internal FontPosition? Position { get; init; }

    /// <summary>This style, completed by <paramref name="outer"/> where nothing is set.</summary>
    internal TextStyle Over(TextStyle outer) => new()
    {
        Color = Color ?? outer.Color,
        Background = Background ?? outer.Background,
        Families = Families is null ? outer.Families : [.. Families, .. outer.Families ?? []],
        Size = Size ?? outer.Size,
        LineFactor = LineFactor ?? outer.LineFactor,
        Spacing = Spacing ?? outer.Spacing,
        FontWeight = FontWeight ?? outer.FontWeight,
        IsItalic = IsItalic ?? outer.IsItalic,
        HasUnderline = HasUnderline ?? outer.HasUnderline,
        HasStrikethrough = HasStrikethrough ?? outer.HasStrikethrough,
        Position = Position ?? outer.Position,
    };
}

internal enum FontPosition
{
    Normal,
    Subscript,
    Superscript,
}
