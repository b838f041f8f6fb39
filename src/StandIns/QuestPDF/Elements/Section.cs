using QuestPDF.Drawing;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>A named target of links.</summary>
internal sealed class Section(string name) : Container
{
    internal override void Draw(LayoutContext context, Size available)
    {
        if (context.Seen.Add(this))
        {
            using var target = context.Canvas.DrawNamedDestinationAnnotation(new SKPoint(0, 0), name);
            context.Sections.TryAdd(name, context.PageNumber);
        }

        Content.Draw(context, available);
    }
}
