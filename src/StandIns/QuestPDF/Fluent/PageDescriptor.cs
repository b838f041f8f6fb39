using QuestPDF.Drawing.Exceptions;
using QuestPDF.Elements;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Describes a set of equal pages. Default: A4 without margins.</summary>
public sealed class PageDescriptor
{
    private readonly PageElement page;

    internal PageDescriptor(PageElement element) => page = element;

    /// <summary>Width and height of a page.</summary>
    public void Size(PageSize pageSize) => page.Size = pageSize;

    /// <summary>Margin left and right.</summary>
    public void MarginHorizontal(float value, Unit unit = Unit.Point) => page.Horizontal = value.ToPoints(unit);

    /// <summary>Margin above and below.</summary>
    public void MarginVertical(float value, Unit unit = Unit.Point) => page.Vertical = value.ToPoints(unit);

    /// <summary>Changes the style of all text that does not set its own.</summary>
    public void DefaultTextStyle(Func<TextStyle, TextStyle> handler) => page.Style = handler(page.Style);

    /// <summary>Comes at the top of each page.</summary>
    public IContainer Header() => page.Header = New(page.Header, "Header");

    /// <summary>Fills the pages between header and footer.</summary>
    public IContainer Content() => page.Content = New(page.Content, "Content");

    /// <summary>Comes at the bottom of each page.</summary>
    public IContainer Footer() => page.Footer = New(page.Footer, "Footer");

    private static Container New(Container? old, string name) => old is null
        ? new Container()
        : throw new DocumentComposeException($"The page's {name} was defined already: call {name}() once.");
}
