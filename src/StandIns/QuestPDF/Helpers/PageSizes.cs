namespace QuestPDF.Helpers;

/// <summary>Sizes of paper, upright.</summary>
public static class PageSizes
{
    /// <summary>Points of an inch.</summary>
    public const int PointsPerInch = 72;

    /// <summary>842 x 1191 points.</summary>
    public static PageSize A3 { get; } = new(842, 1191);

    /// <summary>595 x 842 points.</summary>
    public static PageSize A4 { get; } = new(595, 842);

    /// <summary>420 x 595 points.</summary>
    public static PageSize A5 { get; } = new(420, 595);

    /// <summary>298 x 420 points.</summary>
    public static PageSize A6 { get; } = new(298, 420);

    /// <summary>612 x 792 points.</summary>
    public static PageSize Letter { get; } = new(612, 792);

    /// <summary>612 x 1008 points.</summary>
    public static PageSize Legal { get; } = new(612, 1008);
}
