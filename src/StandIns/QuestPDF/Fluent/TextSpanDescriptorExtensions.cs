using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Changes to the style of a piece of text.</summary>
public static class TextSpanDescriptorExtensions
{
    /// <summary>Colour of the letters.</summary>
    public static T FontColor<T>(this T descriptor, Color color)
        where T : TextSpanDescriptor => descriptor.Change(style => style.FontColor(color));

    /// <summary>Families to try, in order.</summary>
    public static T FontFamily<T>(this T descriptor, params string[] values)
        where T : TextSpanDescriptor => descriptor.Change(style => style.FontFamily(values));

    /// <summary>Height of a line as a factor of the font size; null: as the font says.</summary>
    public static T LineHeight<T>(this T descriptor, float? factor)
        where T : TextSpanDescriptor => descriptor.Change(style => style.LineHeight(factor));

    /// <summary>Weight Bold.</summary>
    public static T Bold<T>(this T descriptor)
        where T : TextSpanDescriptor => descriptor.Change(style => style with { IsBold = true });

    /// <summary>Size in points.</summary>
    /// <exception cref="ArgumentException">The size is not positive.</exception>
    public static T FontSize<T>(this T descriptor, float value)
        where T : TextSpanDescriptor => descriptor.Change(style => style.FontSize(value));

    private static T Change<T>(this T descriptor, Func<TextStyle, TextStyle> change)
        where T : TextSpanDescriptor
    {
        descriptor.Span.Style = change(descriptor.Span.Style);
        return descriptor;
    }
}
