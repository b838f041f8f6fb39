using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Changes to the style of a piece of text.</summary>
public static class TextSpanDescriptorExtensions
{
    /// <summary>Colour of the letters.</summary>
    public static T FontColor<T>(this T descriptor, Color color)
        where T : TextSpanDescriptor => descriptor.Change(style => style.FontColor(color));

    /// <summary>Colour behind the letters.</summary>
    public static T BackgroundColor<T>(this T descriptor, Color color)
        where T : TextSpanDescriptor => descriptor.Change(style => style.BackgroundColor(color));

    /// <summary>Families to try, in order.</summary>
    public static T FontFamily<T>(this T descriptor, params string[] values)
        where T : TextSpanDescriptor => descriptor.Change(style => style.FontFamily(values));

    /// <summary>Height of a line as a factor of the font size; null: as the font says.</summary>
    public static T LineHeight<T>(this T descriptor, float? factor)
        where T : TextSpanDescriptor => descriptor.Change(style => style.LineHeight(factor));

    /// <summary>Space after each letter as a factor of the font size.</summary>
    public static T LetterSpacing<T>(this T descriptor, float factor = 0)
        where T : TextSpanDescriptor => descriptor.Change(style => style.LetterSpacing(factor));

    /// <summary>Slanted letters.</summary>
    public static T Italic<T>(this T descriptor, bool value = true)
        where T : TextSpanDescriptor => descriptor.Change(style => style.Italic(value));

    /// <summary>A line under the letters.</summary>
    public static T Underline<T>(this T descriptor, bool value = true)
        where T : TextSpanDescriptor => descriptor.Change(style => style.Underline(value));

    /// <summary>A line through the letters.</summary>
    public static T Strikethrough<T>(this T descriptor, bool value = true)
        where T : TextSpanDescriptor => descriptor.Change(style => style.Strikethrough(value));

    /// <summary>Weight Thin.</summary>
    public static T Thin<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(style => style.Thin());

    /// <summary>Weight ExtraLight.</summary>
    public static T ExtraLight<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(style => style.ExtraLight());

    /// <summary>Weight Light.</summary>
    public static T Light<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(style => style.Light());

    /// <summary>Weight Normal.</summary>
    public static T NormalWeight<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(style => style.NormalWeight());

    /// <summary>Weight Medium.</summary>
    public static T Medium<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(style => style.Medium());

    /// <summary>Weight SemiBold.</summary>
    public static T SemiBold<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(style => style.SemiBold());

    /// <summary>Weight Bold.</summary>
    public static T Bold<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(style => style.Bold());

    /// <summary>Weight ExtraBold.</summary>
    public static T ExtraBold<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(style => style.ExtraBold());

    /// <summary>Weight Black.</summary>
    public static T Black<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(style => style.Black());

    /// <summary>Weight ExtraBlack.</summary>
    public static T ExtraBlack<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(style => style.ExtraBlack());

    /// <summary>Position on the line: normal.</summary>
    public static T NormalPosition<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(style => style.NormalPosition());

    /// <summary>Position on the line: subscript.</summary>
    public static T Subscript<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(style => style.Subscript());

    /// <summary>Position on the line: superscript.</summary>
    public static T Superscript<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(style => style.Superscript());

    /// <summary>Size in points.</summary>
    /// <exception cref="ArgumentException">The size is not positive.</exception>
    public static T FontSize<T>(this T descriptor, float value)
        where T : TextSpanDescriptor => descriptor.Change(style => style.FontSize(value));

    /// <summary>Another style; what it does not set stays.</summary>
    public static T Style<T>(this T descriptor, TextStyle style)
        where T : TextSpanDescriptor => descriptor.Change(old => style.Over(old));

    private static T Change<T>(this T descriptor, Func<TextStyle, TextStyle> change)
        where T : TextSpanDescriptor
    {
        descriptor.Span.Style = change(descriptor.Span.Style);
        return descriptor;
    }
}
