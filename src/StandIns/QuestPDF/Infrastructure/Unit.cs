namespace QuestPDF.Infrastructure;

/// <summary>A unit of length.</summary>
public enum Unit
{
    /// <summary>1/72 inch.</summary>
    Point = 0,

    /// <summary>1/2.54 inch.</summary>
    Centimetre = 2,
}

internal static class UnitConversion
{
    internal static float ToPoints(this float value, Unit unit) => unit == Unit.Centimetre ? value / 2.54f * 72f : value;
}
