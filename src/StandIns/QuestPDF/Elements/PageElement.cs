using QuestPDF.Drawing;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>A set of equal white pages: as many as the content needs, each with header and footer.</summary>
internal sealed class PageElement : Element
{
    internal Size Size { get; set; } = PageSizes.A4;

    internal TextStyle Style { get; set; } = TextStyle.Default;

    /// <summary>Margin left and right.</summary>
    internal float Horizontal { get; set; }

    /// <summary>Margin above and below.</summary>
    internal float Vertical { get; set; }

    internal Container? Header { get; set; }

    internal Container? Content { get; set; }

    internal Container? Footer { get; set; }

    internal override IEnumerable<Element> Children => new Element?[] { Header, Content, Footer }.OfType<Element>();

    private Size Inner => new(Size.Width - Horizontal - Horizontal, Size.Height - Vertical - Vertical);

    internal override SpacePlan Measure(LayoutContext context, Size available)
    {
        var header = Repeated(context, Header, "Header");
        var footer = Repeated(context, Footer, "Footer");
        var rest = new Size(Inner.Width, Inner.Height - header.Height - footer.Height);
        context.ContentHeight = rest.Height;
        return header.Type == SpacePlanType.Wrap ? header
            : footer.Type == SpacePlanType.Wrap ? footer
            : rest.Width <= 0 || rest.Height <= 0 ? SpacePlan.Wrap("Page: margins, header and footer leave no space for the content")
            : (Content?.Measure(context, rest) ?? SpacePlan.Full(0, 0)).Within("Page content");
    }

    internal override void Draw(LayoutContext context, Size available)
    {
        using (var paint = new SKPaint { Color = SKColors.White })
        {
            context.Tagging.Decoration(context.Canvas);
            context.Canvas.DrawRect(new SKRect(0, 0, Size.Width, Size.Height), paint);
        }

        var inner = Inner;
        var header = Repeated(context, Header, "Header").Height;
        var footer = Repeated(context, Footer, "Footer").Height;
        DrawRepeated(context, Header, "Header", Vertical, new Size(inner.Width, header));
        var rest = new Size(inner.Width, inner.Height - header - footer);
        context.ContentHeight = rest.Height;
        context.Translated(Horizontal, Vertical + header, () => Content?.Draw(context, rest));
        DrawRepeated(context, Footer, "Footer", Vertical + inner.Height - footer, new Size(inner.Width, footer));
    }

    internal override void InheritTextStyle(TextStyle style) => base.InheritTextStyle(Style.Over(style));

    private SpacePlan Repeated(LayoutContext context, Container? part, string name)
    {
        var plan = part?.Measure(context, Inner) ?? SpacePlan.Empty();
        return plan.Type == SpacePlanType.PartialRender
            ? SpacePlan.Wrap($"Page {name}: does not fit whole into {Inner}")
            : plan.Within($"Page {name}");
    }

    private void DrawRepeated(LayoutContext context, Container? part, string name, float top, Size size)
    {
        if (part is not null)
        {
            context.Translated(Horizontal, top, () => context.Tagging.WithinPagination(name, () => part.Draw(context, size)));
            part.Reset();
        }
    }
}
