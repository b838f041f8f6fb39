namespace QuestPDF.Helpers;

/// <summary>Turns paper.</summary>
public static class PageSizeExtensions
{
    /// <summary>The longer side upright.</summary>
    public static PageSize Portrait(this PageSize size) =>
        new(Math.Min(size.Width, size.Height), Math.Max(size.Width, size.Height));

    /// <summary>The longer side flat.</summary>
    public static PageSize Landscape(this PageSize size) =>
        new(Math.Max(size.Width, size.Height), Math.Min(size.Width, size.Height));
}
