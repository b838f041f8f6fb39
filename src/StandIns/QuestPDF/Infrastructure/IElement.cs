namespace QuestPDF.Infrastructure;

/// <summary>A part of a page.</summary>
public interface IElement
{
}
