using QuestPDF.Drawing.Exceptions;
using QuestPDF.Elements;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Describes a set of equal pages. Default: A4 without margins.</summary>
public sealed class PageDescriptor
{
    private readonly PageElement _page;

    internal PageDescriptor(PageElement page) => _page = page;

    /// <summary>Width and height of a page.</summary>
    public void Size(float width, float height, Unit unit = Unit.Point) => Size(new PageSize(width, height, unit));

    /// <summary>Width and height of a page.</summary>
    public void Size(PageSize pageSize) => _page.Size = pageSize;

    /// <summary>Margin on all sides.</summary>
    public void Margin(float value, Unit unit = Unit.Point)
    {
        MarginHorizontal(value, unit);
        MarginVertical(value, unit);
    }

    /// <summary>Margin left and right.</summary>
    public void MarginHorizontal(float value, Unit unit = Unit.Point) => _page.Left = _page.Right = value.ToPoints(unit);

    /// <summary>Margin above and below.</summary>
    public void MarginVertical(float value, Unit unit = Unit.Point) => _page.Top = _page.Bottom = value.ToPoints(unit);

    /// <summary>Margin on the left.</summary>
    public void MarginLeft(float value, Unit unit = Unit.Point) => _page.Left = value.ToPoints(unit);

    /// <summary>Margin on the right.</summary>
    public void MarginRight(float value, Unit unit = Unit.Point) => _page.Right = value.ToPoints(unit);

    /// <summary>Margin above.</summary>
    public void MarginTop(float value, Unit unit = Unit.Point) => _page.Top = value.ToPoints(unit);

    /// <summary>Margin below.</summary>
    public void MarginBottom(float value, Unit unit = Unit.Point) => _page.Bottom = value.ToPoints(unit);

    /// <summary>The style of all text that does not set its own.</summary>
    public void DefaultTextStyle(TextStyle textStyle) => _page.Style = textStyle;

    /// <summary>Changes the style of all text that does not set its own.</summary>
    public void DefaultTextStyle(Func<TextStyle, TextStyle> handler) => _page.Style = handler(_page.Style);

    /// <summary>The colour of the paper. Default: white.</summary>
    public void PageColor(Color color) => _page.Color = color;

    /// <summary>Comes at the top of each page.</summary>
    public IContainer Header() => _page.Header = New(_page.Header, "Header");

    /// <summary>Fills the pages between header and footer.</summary>
    public IContainer Content() => _page.Content = New(_page.Content, "Content");

    /// <summary>Comes at the bottom of each page.</summary>
    public IContainer Footer() => _page.Footer = New(_page.Footer, "Footer");

    /// <summary>Comes on each page below all else and covers it without margins.</summary>
    public IContainer Background() => _page.Background = New(_page.Background, "Background");

    /// <summary>Comes on each page above all else and covers it without margins.</summary>
    public IContainer Foreground() => _page.Foreground = New(_page.Foreground, "Foreground");

    private static Container New(Container? old, string name) => old is null
        ? new Container()
        : throw new DocumentComposeException($"The page's {name} was defined already: call {name}() once.");
}
