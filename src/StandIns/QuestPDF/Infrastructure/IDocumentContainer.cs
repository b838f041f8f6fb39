namespace QuestPDF.Infrastructure;

/// <summary>A place for the page sets of a document.</summary>
public interface IDocumentContainer;
