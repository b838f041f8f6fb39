namespace FashionPipeline.Pipeline.Reports;

/// <summary>How long ago something was, in a few words.</summary>
public static class ReportAge
{
    /// <summary><c>just now</c>, <c>5 min ago</c>, <c>3 h ago</c>, <c>12 days ago</c>.</summary>
    /// <param name="age">How long; less than nothing where a clock was set back.</param>
    public static string Of(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } => FormattableString.Invariant($"{Math.Floor(age.TotalMinutes):0} min ago"),
        { TotalDays: < 2 } => FormattableString.Invariant($"{Math.Floor(age.TotalHours):0} h ago"),
        _ => FormattableString.Invariant($"{Math.Floor(age.TotalDays):0} days ago"),
    };
}
