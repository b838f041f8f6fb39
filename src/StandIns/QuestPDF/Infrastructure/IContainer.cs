namespace QuestPDF.Infrastructure;

/// <summary>A place for one element.</summary>
public interface IContainer
{
    /// <summary>The element, or <c>null</c> while the place is empty.</summary>
    IElement? Child { get; set; }
}
