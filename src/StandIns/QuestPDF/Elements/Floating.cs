namespace QuestPDF.Elements;

/// <summary>Marks an item of a column that may move to the next page while those behind it fill this one.</summary>
internal sealed class Floating : Container;
