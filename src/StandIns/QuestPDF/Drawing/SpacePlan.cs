namespace QuestPDF.Drawing;

/// <summary>What an element would do with a given space.</summary>
internal readonly record struct SpacePlan(SpacePlanType Type, float Width, float Height, string Reason = "")
{
    internal static SpacePlan Empty() => new(SpacePlanType.Empty, 0, 0);

    internal static SpacePlan Wrap(string reason) => new(SpacePlanType.Wrap, 0, 0, reason);

    internal static SpacePlan Partial(float width, float height) => new(SpacePlanType.PartialRender, width, height);

    internal static SpacePlan Full(float width, float height) => new(SpacePlanType.FullRender, width, height);

    /// <summary>The same plan; a reason to wrap also names the surrounding element.</summary>
    internal SpacePlan Within(string element) => Type == SpacePlanType.Wrap ? this with { Reason = $"{element} > {Reason}" } : this;
}

internal enum SpacePlanType
{
    /// <summary>Nothing is left to draw.</summary>
    Empty,

    /// <summary>Nothing fits.</summary>
    Wrap,

    /// <summary>A part fits; the rest goes to the next page.</summary>
    PartialRender,

    /// <summary>All that is left fits.</summary>
    FullRender,
}
