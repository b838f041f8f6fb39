using ScottPlot;

namespace FashionPipeline.Reporting.Figures;

/// <summary>The colours of all figures.</summary>
internal static class Palette
{
    /// <summary>Series of bars and curves.</summary>
    public static readonly Color First = new("#0072B2");

    /// <summary>The second series.</summary>
    public static readonly Color Second = new("#D55E00");

    private static readonly Color[] SeriesColours =
        [First, Second, new("#009E73"), new("#CC79A7"), new("#E69F00"), new("#56B4E9"), new("#000000"), new("#777777")];

    // Paul Tol's "muted" scheme, which readers with colour vision deficiency can tell apart; its pale grey is too light for points.
    private static readonly Color[] ClassColours =
    [
        new("#332288"), new("#88CCEE"), new("#44AA99"), new("#117733"), new("#999933"),
        new("#DDCC77"), new("#CC6677"), new("#882255"), new("#AA4499"), new("#777777"),
    ];

    /// <summary>The colour of a class; repeated from the eleventh class on.</summary>
    public static Color OfClass(int label) => ClassColours[label % ClassColours.Length];

    /// <summary>The colour of a series among others (Okabe and Ito's); repeated from the ninth on.</summary>
    public static Color OfSeries(int index) => SeriesColours[index % SeriesColours.Length];

    /// <summary>White at 0, dark blue at 1.</summary>
    public static Color Heat(double share)
    {
        byte Mix(int dark) => (byte)(255 - Math.Round((255 - dark) * Math.Sqrt(share)));
        return new Color(Mix(8), Mix(48), Mix(107));
    }
}
