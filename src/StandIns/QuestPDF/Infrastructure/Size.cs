namespace QuestPDF.Infrastructure;

/// <summary>A width and a height in points.</summary>
/// <param name="Width">Width in points.</param>
/// <param name="Height">Height in points.</param>
public readonly record struct Size(float Width, float Height)
{
    /// <summary>Lengths closer than this are equal, in points.</summary>
    public const float Epsilon = 0.01f;

    /// <summary>The largest length of a page, in points.</summary>
    public const float Infinity = 14400;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Width:0.##} x {Height:0.##} points");
}
