namespace QuestPDF.Helpers;

/// <summary>Sizes of paper, upright.</summary>
public static class PageSizes
{
    /// <summary>595 x 842 points.</summary>
    public static PageSize A4 { get; } = new(595, 842);
}
