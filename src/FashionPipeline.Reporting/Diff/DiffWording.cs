using System.Globalization;
using FashionPipeline.Reporting.Metrics;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Diff;

/// <summary>How a difference is put into words, the same on the terminal, in Markdown and in HTML.</summary>
public static class DiffWording
{
    /// <summary>Two names that stand for one thing on either side, or the name that both have: <c>cnn -> wide</c>.</summary>
    public static string Pair(string before, string now) => before == now ? now : $"{before} -> {now}";

    private const int MostNodes = 3;
    private const int LongestValue = 120;

    /// <summary>What it all amounts to: <c>worse</c>, <c>changed within tolerance</c>.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Equal => "equal",
        Verdict.WithinTolerance => "changed within tolerance",
        Verdict.Better => "better",
        Verdict.Worse => "worse",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unknown verdict."),
    };

    /// <summary>The number that the report is about, with how much its change means.</summary>
    public static string Of(Headline headline)
    {
        var model = headline.ModelBefore == headline.ModelNow ? headline.ModelNow : $"{headline.ModelBefore} -> {headline.ModelNow}";
        if (headline.Delta == 0 && headline.ModelBefore == headline.ModelNow)
        {
            return $"{model} test accuracy {Wording.Share(headline.Now)}";
        }

        var spread = headline.Deviation is not { } deviation ? ""
            : $", {(Math.Abs(headline.Delta) > deviation ? "more" : "not more")} than seeds differ"
                + $" (standard deviation {Wording.Share(deviation)})";
        return $"{model} test accuracy {Wording.Share(headline.Before)} -> {Wording.Share(headline.Now)}"
            + $" ({Signed(headline.Delta, 4)}){spread}"
            + (headline.PValue is { } p ? $", McNemar {Wording.Probability(p)}" : "");
    }

    /// <summary>The verdict in one line: <c>worse: cnn test accuracy 0.8874 -> 0.8701 (-0.0173)</c>.</summary>
    public static string VerdictOf(ReportDiff diff)
    {
        var decisive = diff.Metrics.Where(change => change.Verdict == diff.Verdict && diff.Verdict is (Verdict.Worse or Verdict.Better))
            .Where(change => !IsHeadline(change, diff.Headline)).ToList();
        return $"{Of(diff.Verdict)}: {Of(diff.Headline)}"
            + (decisive.Count == 0 ? "" : $"; {Of(diff.Verdict)} also: {Wording.List(decisive.Select(Of))}");
    }

    /// <summary>What became of a part: <c>changed</c>, <c>new</c>, <c>gone</c>.</summary>
    public static string Of(ChangeState state) => state switch
    {
        ChangeState.Changed => "changed",
        ChangeState.New => "new",
        ChangeState.Gone => "gone",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };

    /// <summary>What became of a figure: <c>7.1% of its pixels differ</c>, <c>new</c>.</summary>
    public static string Of(FigureChange figure) =>
        figure.State == ChangeState.Changed ? $"{Pixels(figure.Share)} of its pixels differ" : Of(figure.State);

    /// <summary>Both numbers of a metric and the difference, a dash for what is missing.</summary>
    public static IReadOnlyList<string> Numbers(MetricChange change) =>
        [Number(change.Before), Number(change.Now), change.Delta is { } delta ? Signed(delta) : "–"];

    /// <summary>A metric's change: <c>models.mlp.validationLoss.mean 0.34 -> 0.36 (+0.02)</c>.</summary>
    public static string Of(MetricChange change) => $"{change.Metric} {Number(change.Before)} -> {Number(change.Now)}"
        + (change.Delta is { } delta ? $" ({Signed(delta)})" : "");

    /// <summary>A number with six significant digits; a dash where there is none.</summary>
    public static string Number(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>A difference with its sign and four significant digits.</summary>
    public static string Signed(double value) => (value > 0 ? "+" : "") + value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>Points of a hundred with their sign: <c>+5.8</c>.</summary>
    public static string Points(double share) => Signed(100 * share, 1);

    /// <summary>A share of pixels: <c>0.3%</c>, <c>&lt; 0.1%</c>.</summary>
    public static string Pixels(double share) => share is > 0 and < 0.001 ? "< 0.1%" : Wording.Decimal(100 * share, 1) + "%";

    /// <summary>What changed of a cause: <c>5 -> 8</c>, <c>is new</c>.</summary>
    public static string Change(RootCause cause) => (cause.Before, cause.Now) switch
    {
        (null, null) => "changed",
        _ when cause.Kind == "code" => cause.Before is null ? "is new" : cause.Now is null ? "is gone" : "changed",
        (null, var now) => $"{Shown(now!)} is new",
        (var before, null) => $"{Shown(before)} is gone",
        var (before, now) => $"{Shown(before)} -> {Shown(now)}",
    };

    /// <summary>Nodes in a row: <c>train/cnn/1, train/cnn/2, train/cnn/3 and 4 more</c>.</summary>
    public static string Nodes(IReadOnlyList<string> nodes) => string.Join(", ", nodes.Take(MostNodes))
        + (nodes.Count > MostNodes ? FormattableString.Invariant($" and {nodes.Count - MostNodes} more") : "");

    /// <summary>What a run's predictions did, in a line.</summary>
    public static string Of(PredictionChange change) => string.Create(CultureInfo.InvariantCulture,
        $"{change.Model} (seed {change.Seed}): {change.Gained + change.Lost + change.Moved:N0} of {change.Images:N0} test images flipped: "
        + $"{change.Gained:N0} are right now, {change.Lost:N0} are wrong now, {change.Moved:N0} are wrong in another way; "
        + $"McNemar {Wording.Probability(change.PValue)}");

    /// <summary>The classes that gained most and lost most, in a line; empty where none did.</summary>
    /// <param name="classes">The classes of one model.</param>
    public static string Extremes(IReadOnlyList<ClassChange> classes)
    {
        const int Most = 3;
        var gains = classes.Where(change => change.Delta > 0).OrderByDescending(change => change.Delta).Take(Most).ToList();
        var losses = classes.Where(change => change.Delta < 0).OrderBy(change => change.Delta).Take(Most).ToList();
        return string.Join("; ", new[] { ("most gained", gains), ("most lost", losses) }.Where(side => side.Item2.Count > 0).Select(side =>
            $"{side.Item1}: {string.Join(", ", side.Item2.Select(change => $"{change.Class} {Points(change.Delta)}"))}"));
    }

    /// <summary>Both sides: <c>fashion-mnist, HEAD -> the working tree</c>.</summary>
    public static string Sides(ReportDiff diff) => diff.From.Experiment == diff.To.Experiment
        ? $"{diff.To.Experiment}, {Of(diff.From)} -> {Of(diff.To)}"
        : $"{diff.From.Experiment} ({Of(diff.From)}) -> {diff.To.Experiment} ({Of(diff.To)})";

    /// <summary>The beginning of a text that is too long, with an ellipsis; no character is cut in two.</summary>
    public static string Shortened(string text, int length) => text.Length <= length ? text
        : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd() + "…";

    // The test accuracy is called validation accuracy where the test images are the validation images.
    private static bool IsHeadline(MetricChange change, Headline headline) => change.Now == headline.Now
        && new[] { MetricsFile.TestAccuracy, MetricsFile.ValidationAccuracy }
            .Any(accuracy => change.Metric == $"models.{headline.ModelNow}.{accuracy}.mean");

    private static string Shown(string value) => Shortened(value, LongestValue);

    private static string Of(DiffSide side) =>
        side.Commit is null || side.Commit.StartsWith(side.Label, StringComparison.Ordinal) ? side.Label[..Math.Min(side.Label.Length, 40)]
            : $"{side.Label} ({side.Commit[..Math.Min(side.Commit.Length, 12)]})";

    // A terminal's minus is a hyphen, as in all other numbers there.
    private static string Signed(double value, int decimals) => Wording.Signed(value, decimals).Replace('−', '-');
}
