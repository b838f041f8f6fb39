using QuestPDF.Infrastructure;

namespace QuestPDF.Helpers;

/// <summary>The size of a page.</summary>
/// <param name="width">Width in points.</param>
/// <param name="height">Height in points.</param>
public sealed class PageSize(float width, float height)
{
    /// <summary>Width in points.</summary>
    public readonly float Width = width;

    /// <summary>Height in points.</summary>
    public readonly float Height = height;

    /// <summary>The size in points.</summary>
    public static implicit operator Size(PageSize pageSize) => new(pageSize.Width, pageSize.Height);
}
