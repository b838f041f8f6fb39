namespace QuestPDF.Infrastructure;

/// <summary>A width and a height in points.</summary>
/// <param name="width">Width in points.</param>
/// <param name="height">Height in points.</param>
public readonly struct Size(float width, float height)
{
    /// <summary>Lengths closer than this are equal, in points.</summary>
    public const float Epsilon = 0.01f;

    /// <summary>The largest length of a page, in points.</summary>
    public const float Infinity = 14400;

    /// <summary>Width in points.</summary>
    public readonly float Width = width;

    /// <summary>Height in points.</summary>
    public readonly float Height = height;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Width:0.##} x {Height:0.##} points");
}
