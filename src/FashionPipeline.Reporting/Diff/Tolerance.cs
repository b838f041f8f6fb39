using System.IO.Enumeration;

namespace FashionPipeline.Reporting.Diff;

/// <summary>By how much some metrics may differ.</summary>
public sealed record Tolerance
{
    // Shares are rounded when they are subtracted: 0.8874 - 0.8824 is a little more than 0.005.
    private const double Rounding = 1e-12;

    /// <summary>Which metrics, by their path in <c>metrics.json</c>: <c>models.*.validationAccuracy.mean</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>Where they are better.</summary>
    public required Direction Better { get; init; }

    /// <summary>By how much they may differ, in their own unit; from 0.</summary>
    public double Absolute { get; init; }

    /// <summary>By which share of what they were they may differ; from 0. The larger of the two counts.</summary>
    public double Relative { get; init; }

    /// <summary>Whether it is about a metric.</summary>
    public bool IsAbout(string metric) => FileSystemName.MatchesSimpleExpression(Metric, metric, ignoreCase: false);

    /// <summary>What a change of a metric amounts to.</summary>
    public Verdict Judge(double before, double now)
    {
        var gain = Better == Direction.Higher ? now - before : before - now;
        return Math.Abs(gain) <= Math.Max(Absolute, Relative * Math.Abs(before)) + Rounding ? Verdict.WithinTolerance
            : gain > 0 ? Verdict.Better
            : Verdict.Worse;
    }
}
