using QuestPDF.Infrastructure;

namespace QuestPDF.Helpers;

/// <summary>The size of a page.</summary>
/// <param name="width">Width in <paramref name="unit"/>.</param>
/// <param name="height">Height in <paramref name="unit"/>.</param>
/// <param name="unit">The unit of both.</param>
public sealed class PageSize(float width, float height, Unit unit = Unit.Point)
{
    /// <summary>Width in points.</summary>
    public readonly float Width = width.ToPoints(unit);

    /// <summary>Height in points.</summary>
    public readonly float Height = height.ToPoints(unit);

    /// <summary>The size in points.</summary>
    public static implicit operator Size(PageSize pageSize) => new(pageSize.Width, pageSize.Height);
}
