namespace QuestPDF.Infrastructure;

/// <summary>A unit of length: 72 points are an inch, an inch is 2.54 cm.</summary>
public enum Unit
{
    /// <summary>1/72 inch.</summary>
    Point,

    /// <summary>100 cm.</summary>
    Meter,

    /// <summary>1/2.54 inch.</summary>
    Centimetre,

    /// <summary>1/10 cm.</summary>
    Millimetre,

    /// <summary>12 inches.</summary>
    Feet,

    /// <summary>72 points.</summary>
    Inch,

    /// <summary>1/1000 inch.</summary>
    Mil,
}

internal static class UnitConversion
{
    internal static float ToPoints(this float value, Unit unit) => unit switch
    {
        Unit.Point => value,
        Unit.Meter => value * 100f / 2.54f * 72f,
        Unit.Centimetre => value / 2.54f * 72f,
        Unit.Millimetre => value / 25.4f * 72f,
        Unit.Feet => value * 12f * 72f,
        Unit.Inch => value * 72f,
        Unit.Mil => value * 0.072f,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, null),
    };
}
