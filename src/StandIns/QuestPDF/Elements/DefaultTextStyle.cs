using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>The style of all text inside that does not set its own.</summary>
internal sealed class DefaultTextStyle(TextStyle style) : Container
{
    internal override void InheritTextStyle(TextStyle outer) => base.InheritTextStyle(style.Over(outer));
}
