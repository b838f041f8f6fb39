using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>A place for one element; the base of all elements with one child.</summary>
internal class Container : Element, IContainer
{
    private static readonly Element Nothing = new();

    internal Element? Child { get; set; }

    internal override IEnumerable<Element> Children => [Content];

    protected Element Content => Child ?? Nothing;

    internal override SpacePlan Measure(LayoutContext context, Size available) => Content.Measure(context, available);

    internal override void Draw(LayoutContext context, Size available) => Content.Draw(context, available);
}
