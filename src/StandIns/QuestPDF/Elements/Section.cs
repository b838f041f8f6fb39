using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>A named target of links.</summary>
internal sealed class Section(string name) : Container
{
    internal override void Draw(LayoutContext context, Size available)
    {
        if (context.Seen.Add(this))
        {
            context.Sections.TryAdd(name, context.Here);
        }

        Content.Draw(context, available);
    }
}
