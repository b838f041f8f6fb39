namespace QuestPDF.Infrastructure;

/// <summary>Thickness of a font's strokes.</summary>
public enum FontWeight
{
    /// <summary>100.</summary>
    Thin = 100,

    /// <summary>200.</summary>
    ExtraLight = 200,

    /// <summary>300.</summary>
    Light = 300,

    /// <summary>400.</summary>
    Normal = 400,

    /// <summary>500.</summary>
    Medium = 500,

    /// <summary>600.</summary>
    SemiBold = 600,

    /// <summary>700.</summary>
    Bold = 700,

    /// <summary>800.</summary>
    ExtraBold = 800,

    /// <summary>900.</summary>
    Black = 900,

    /// <summary>1000.</summary>
    ExtraBlack = 1000,
}
