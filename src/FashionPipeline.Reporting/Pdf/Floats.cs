using QuestPDF.Infrastructure;
#if !NAMED_PACKAGES
using QuestPDF.Fluent;
#endif

namespace FashionPipeline.Reporting.Pdf;

/// <summary>Items of a column that text flows past. QuestPDF has no such thing: with it they stay where they are.</summary>
internal static class Floats
{
    /// <summary>Lets an item move to the next page, where it does not fit, while those behind it fill this one.</summary>
#if NAMED_PACKAGES
    public static IContainer Float(this IContainer container) => container;
#else
    public static IContainer Float(this IContainer container) => container.Floating();
#endif
}
