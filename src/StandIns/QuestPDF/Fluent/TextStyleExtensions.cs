using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Changes to a style of text.</summary>
public static class TextStyleExtensions
{
    /// <summary>Colour of the letters.</summary>
    public static TextStyle FontColor(this TextStyle style, Color color) => style with { Color = color };

    /// <summary>Families to try, in order.</summary>
    public static TextStyle FontFamily(this TextStyle style, params string[] values) => style with { Families = values };

    /// <summary>Height of a line as a factor of the font size; null: as the font says.</summary>
    public static TextStyle LineHeight(this TextStyle style, float? factor) => style with { LineFactor = factor };

    /// <summary>Size in points.</summary>
    /// <exception cref="ArgumentException">The size is not positive.</exception>
    public static TextStyle FontSize(this TextStyle style, float value) => value > 0
        ? style with { Size = value }
        : throw new ArgumentException("A font size must be greater than 0.", nameof(value));
}
