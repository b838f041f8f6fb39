using QuestPDF.Elements.Table;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Tables.</summary>
public static class TableExtensions
{
    /// <summary>A table; its pages break between rows.</summary>
    /// <exception cref="Drawing.Exceptions.DocumentComposeException">No columns are defined.</exception>
    public static void Table(this IContainer element, Action<TableDescriptor> handler)
    {
        var table = element.Attach(new TableElement());
        handler(new TableDescriptor(table));
        table.Check();
    }
}
