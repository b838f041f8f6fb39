using QuestPDF.Drawing;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements.Text;

/// <summary>A piece of text of one style. <see cref="Content"/> is asked at each layout, for page numbers.</summary>
internal sealed class TextSpan(Func<LayoutContext, string> content)
{
    internal Func<LayoutContext, string> Content { get; } = content;

    internal TextStyle Style { get; set; } = TextStyle.Default;

    internal LinkTarget? Target { get; init; }

    internal SpanFonts? Fonts { get; set; }

    internal static TextSpan PageNumber(Func<LayoutContext, int?> number, Func<PageNumberFormatter?> formatter) => new(context =>
    {
        var value = number(context);
        return (formatter() is { } format ? format(value) : value?.ToString(System.Globalization.CultureInfo.InvariantCulture)) ?? "123";
    });
}
