using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Changes to a style of text.</summary>
public static class TextStyleExtensions
{
    /// <summary>Colour of the letters.</summary>
    public static TextStyle FontColor(this TextStyle style, Color color) =>
        style with { Color = color };

    /// <summary>Colour behind the letters.</summary>
    public static TextStyle BackgroundColor(this TextStyle style, Color color) =>
        style with { Background = color };

    /// <summary>Families to try, in order.</summary>
    public static TextStyle FontFamily(this TextStyle style, params string[] values) =>
        style with { Families = values };

    /// <summary>Height of a line as a factor of the font size; null: as the font says.</summary>
    public static TextStyle LineHeight(this TextStyle style, float? factor) =>
        style with { LineFactor = factor };

    /// <summary>Space after each letter as a factor of the font size.</summary>
    public static TextStyle LetterSpacing(this TextStyle style, float factor = 0) =>
        style with { Spacing = factor };

    /// <summary>Slanted letters.</summary>
    public static TextStyle Italic(this TextStyle style, bool value = true) =>
        style with { IsItalic = value };

    /// <summary>A line under the letters.</summary>
    public static TextStyle Underline(this TextStyle style, bool value = true) =>
        style with { HasUnderline = value };

    /// <summary>A line through the letters.</summary>
    public static TextStyle Strikethrough(this TextStyle style, bool value = true) =>
        style with { HasStrikethrough = value };

    /// <summary>Weight Thin.</summary>
    public static TextStyle Thin(this TextStyle style) =>
        style with { FontWeight = Infrastructure.FontWeight.Thin };

    /// <summary>Weight ExtraLight.</summary>
    public static TextStyle ExtraLight(this TextStyle style) =>
        style with { FontWeight = Infrastructure.FontWeight.ExtraLight };

    /// <summary>Weight Light.</summary>
    public static TextStyle Light(this TextStyle style) =>
        style with { FontWeight = Infrastructure.FontWeight.Light };

    /// <summary>Weight Normal.</summary>
    public static TextStyle NormalWeight(this TextStyle style) =>
        style with { FontWeight = Infrastructure.FontWeight.Normal };

    /// <summary>Weight Medium.</summary>
    public static TextStyle Medium(this TextStyle style) =>
        style with { FontWeight = Infrastructure.FontWeight.Medium };

    /// <summary>Weight SemiBold.</summary>
    public static TextStyle SemiBold(this TextStyle style) =>
        style with { FontWeight = Infrastructure.FontWeight.SemiBold };

    /// <summary>Weight Bold.</summary>
    public static TextStyle Bold(this TextStyle style) =>
        style with { FontWeight = Infrastructure.FontWeight.Bold };

    /// <summary>Weight ExtraBold.</summary>
    public static TextStyle ExtraBold(this TextStyle style) =>
        style with { FontWeight = Infrastructure.FontWeight.ExtraBold };

    /// <summary>Weight Black.</summary>
    public static TextStyle Black(this TextStyle style) =>
        style with { FontWeight = Infrastructure.FontWeight.Black };

    /// <summary>Weight ExtraBlack.</summary>
    public static TextStyle ExtraBlack(this TextStyle style) =>
        style with { FontWeight = Infrastructure.FontWeight.ExtraBlack };

    /// <summary>Position on the line: normal.</summary>
    public static TextStyle NormalPosition(this TextStyle style) =>
        style with { Position = FontPosition.Normal };

    /// <summary>Position on the line: subscript.</summary>
    public static TextStyle Subscript(this TextStyle style) =>
        style with { Position = FontPosition.Subscript };

    /// <summary>Position on the line: superscript.</summary>
    public static TextStyle Superscript(this TextStyle style) =>
        style with { Position = FontPosition.Superscript };

    /// <summary>Size in points.</summary>
    /// <exception cref="ArgumentException">The size is not positive.</exception>
    public static TextStyle FontSize(this TextStyle style, float value) => value > 0
        ? style with { Size = value }
        : throw new ArgumentException("A font size must be greater than 0.", nameof(value));

    /// <summary>Thickness of the strokes.</summary>
    public static TextStyle Weight(this TextStyle style, FontWeight weight) =>
        style with { FontWeight = weight };
}
