using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Items below each other.</summary>
public static class ColumnExtensions
{
    /// <summary>Items below each other, over as many pages as they need.</summary>
    public static void Column(this IContainer element, Action<ColumnDescriptor> handler) =>
        handler(new ColumnDescriptor(element.Attach(new Column())));
}
