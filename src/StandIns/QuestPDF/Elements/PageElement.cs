using QuestPDF.Drawing;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>A set of equal pages: as many as the content needs, each with header and footer.</summary>
internal sealed class PageElement : Element
{
    internal Size Size { get; set; } = PageSizes.A4;

    internal Color Color { get; set; } = Colors.White;

    internal TextStyle Style { get; set; } = TextStyle.Default;

    internal float Left { get; set; }

    internal float Top { get; set; }

    internal float Right { get; set; }

    internal float Bottom { get; set; }

    internal Container? Background { get; set; }

    internal Container? Header { get; set; }

    internal Container? Content { get; set; }

    internal Container? Footer { get; set; }

    internal Container? Foreground { get; set; }

    internal override IEnumerable<Element> Children =>
        new Element?[] { Background, Header, Content, Footer, Foreground }.OfType<Element>();

    internal override SpacePlan Measure(LayoutContext context, Size available)
    {
        var inner = Inner;
        var header = Repeated(context, Header, inner, "Header");
        var footer = Repeated(context, Footer, inner, "Footer");
        var rest = new Size(inner.Width, inner.Height - header.Height - footer.Height);
        return header.Type == SpacePlanType.Wrap ? header
            : footer.Type == SpacePlanType.Wrap ? footer
            : rest.Width <= 0 || rest.Height <= 0 ? SpacePlan.Wrap("Page: margins, header and footer leave no space for the content")
            : (Content?.Measure(context, rest) ?? SpacePlan.Full(0, 0)).Within("Page content");
    }

    internal override void Draw(LayoutContext context, Size available)
    {
        using (var paint = new SKPaint { Color = Color.Hex })
        {
            context.Canvas.DrawRect(new SKRect(0, 0, Size.Width, Size.Height), paint);
        }

        var inner = Inner;
        var header = Repeated(context, Header, inner, "Header").Height;
        var footer = Repeated(context, Footer, inner, "Footer").Height;
        DrawRepeated(context, Background, 0, 0, Size);
        DrawRepeated(context, Header, Left, Top, new Size(inner.Width, header));
        context.Translated(Left, Top + header, () => Content?.Draw(context, new Size(inner.Width, inner.Height - header - footer)));
        DrawRepeated(context, Footer, Left, Top + inner.Height - footer, new Size(inner.Width, footer));
        DrawRepeated(context, Foreground, 0, 0, Size);
    }

    internal override void InheritTextStyle(TextStyle style) => base.InheritTextStyle(Style.Over(style));

    private Size Inner => new(Size.Width - Left - Right, Size.Height - Top - Bottom);

    private static SpacePlan Repeated(LayoutContext context, Container? part, Size space, string name)
    {
        var plan = part?.Measure(context, space) ?? SpacePlan.Empty();
        return plan.Type == SpacePlanType.PartialRender
            ? SpacePlan.Wrap($"Page {name}: does not fit whole into {space}")
            : plan.Within($"Page {name}");
    }

    private static void DrawRepeated(LayoutContext context, Container? part, float x, float y, Size size)
    {
        if (part is not null)
        {
            context.Translated(x, y, () => part.Draw(context, size));
            part.Reset(ResetKind.Repeat);
        }
    }
}
