using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>
/// A part of a page. It is measured, then drawn, once a page until it says that all is drawn. What was drawn is state;
/// measuring never changes it. One without content is as large as nothing.
/// </summary>
internal class Element
{
    internal virtual string Name => GetType().Name;

    internal virtual IEnumerable<Element> Children => [];

    /// <summary>All text within, in one line.</summary>
    internal virtual string Text(LayoutContext context) =>
        string.Join(' ', Children.Select(child => child.Text(context)).Where(text => text.Length > 0));

    internal virtual SpacePlan Measure(LayoutContext context, Size available) => SpacePlan.Full(0, 0);

    /// <summary>Draws at the canvas's origin what <see cref="Measure"/> planned for the same space.</summary>
    internal virtual void Draw(LayoutContext context, Size available)
    {
    }

    /// <summary>Makes the element draw from its beginning again: in another pass, or on another page in a repeated place.</summary>
    internal virtual void Reset()
    {
        foreach (var child in Children)
        {
            child.Reset();
        }
    }

    internal virtual void InheritTextStyle(TextStyle style)
    {
        foreach (var child in Children)
        {
            child.InheritTextStyle(style);
        }
    }
}
