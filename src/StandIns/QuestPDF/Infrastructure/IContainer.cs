namespace QuestPDF.Infrastructure;

/// <summary>A place for one element.</summary>
public interface IContainer;
