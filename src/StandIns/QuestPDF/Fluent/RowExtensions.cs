using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Items beside each other.</summary>
public static class RowExtensions
{
    /// <summary>Items beside each other, all as high as the highest.</summary>
    public static void Row(this IContainer element, Action<RowDescriptor> handler) =>
        handler(new RowDescriptor(element.Attach(new Row())));
}
