using System.Globalization;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Reporting.Content;

namespace FashionPipeline.Reporting.Writing;

/// <summary>How numbers and names are written in the report, the same in every culture.</summary>
internal static class Wording
{
    private const int LongestInFigure = 24;

    /// <summary>A share as a percentage with two decimals: <c>88.70%</c>.</summary>
    public static string Percent(double share) => Decimal(share * 100, 2) + "%";

    /// <summary>An interval of shares as percentages: <c>87.56% to 88.83%</c>.</summary>
    public static string Percent(WilsonInterval interval) => $"{Percent(interval.Low)} to {Percent(interval.High)}";

    /// <summary>A difference of shares in points, with its interval: <c>+1.5 (+0.7 to +2.3)</c>.</summary>
    public static string Points(MatchedDifference difference, int decimals) =>
        $"{Signed(difference.Difference * 100, decimals)} ({Signed(difference.Low * 100, decimals)} to "
            + $"{Signed(difference.High * 100, decimals)})";

    /// <summary>An interval of shares with four decimals: <c>0.8756 to 0.8883</c>.</summary>
    public static string Share(WilsonInterval interval) => $"{Share(interval.Low)} to {Share(interval.High)}";

    /// <summary>A probability of a test: <c>p = 0.0703</c>, <c>p &lt; 0.0001</c>.</summary>
    public static string Probability(double p) => p < 0.0001 ? "p < 0.0001" : $"p = {Decimal(p, 4)}";

    /// <summary>An accuracy between 0 and 1 with four decimals: <c>0.8870</c>.</summary>
    public static string Share(double share) => Decimal(share, 4);

    /// <summary>A number with a fixed count of decimals.</summary>
    public static string Decimal(double value, int decimals) =>
        value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A small or large number with nine significant digits: <c>1.10758382E-003</c>.</summary>
    public static string Scientific(double value) => value.ToString("E8", CultureInfo.InvariantCulture);

    /// <summary>A whole number with commas between thousands: <c>669,706</c>.</summary>
    public static string Thousands(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A difference with its sign: <c>+0.0012</c>.</summary>
    public static string Signed(double value, int decimals) =>
        value.ToString("+0." + new string('0', decimals) + ";-0." + new string('0', decimals) + ";0", CultureInfo.InvariantCulture);

    /// <summary>A whole difference with its sign: <c>+12</c>.</summary>
    public static string Signed(long value) => value.ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture);

    /// <summary>A class in a figure, where a long name has no room: <c>Ankle boot</c>, <c>Garment with an extrao…</c>.</summary>
    public static string Short(string name) => name.Length <= LongestInFigure ? name : name[..(LongestInFigure - 1)].TrimEnd() + "…";

    /// <summary>Names in a row: <c>Trouser</c>, <c>Trouser and Sandal</c>, <c>Trouser, Sandal and 3 others</c>.</summary>
    public static string List(IEnumerable<string> names) => names.ToList() switch
    {
        [var only] => only,
        [var first, var second] => $"{first} and {second}",
        [var first, var second, var third] => $"{first}, {second} and {third}",
        [var first, var second, .. var others] => $"{first}, {second} and {others.Count} others",
        [] => string.Empty,
    };

    /// <summary>How large a model is: <c>669,706 trained parameters</c>, and what it has beside them.</summary>
    public static string Parameters(ModelContent model) => $"{Thousands(model.Parameters - model.NonTrainable)} trained parameters"
        + (model.NonTrainable == 0 ? string.Empty : $" and {Thousands(model.NonTrainable)} running means and variances");

    /// <summary>How long: <c>1 epoch</c>, <c>5 epochs</c>.</summary>
    public static string Epochs(int count) => count == 1 ? "1 epoch" : $"{count} epochs";

    /// <summary>
    /// A probability as a percentage, that never says certain where it is not: <c>99.31%</c>, <c>&gt; 99.99%</c>, <c>&lt; 0.01%</c>.
    /// </summary>
    public static string Chance(double probability) => Percent(probability) switch
    {
        "100.00%" when probability < 1 => "> 99.99%",
        "0.00%" when probability > 0 => "< 0.01%",
        var percent => percent,
    };

    /// <summary>How often: <c>1 time</c>, <c>211 times</c>.</summary>
    public static string Times(int count) => count == 1 ? "1 time" : $"{Thousands(count)} times";

    /// <summary>A model as readers know it: <c>Model 2 (cnn)</c>.</summary>
    public static string Of(ModelContent model) => $"Model {model.Number} ({model.Name})";

    /// <summary>
    /// What each model is given: a sweep, or a model with its variants, once where all of them are given the same.
    /// </summary>
    public static IEnumerable<(string Models, string Scaling)> Inputs(ReportContent content) => content.Models.Select(model => (
        model.Variation switch
        {
            { IsOfSweep: true, Of: var sweep } => $"Sweep {sweep}",
            { Of: var origin } when content.Model(origin) is var varied && varied.InputScaling == model.InputScaling => Of(varied),
            _ => Of(model),
        },
        model.InputScaling)).Distinct();

    /// <summary>
    /// The run whose predictions are shown: <c>Model 2 (cnn)</c>, or <c>Model 2 (cnn), seed 1</c> where there are several.
    /// </summary>
    public static string OfFirstRun(ModelContent model) =>
        model.Runs.Count == 1 ? Of(model) : $"{Of(model)}, seed {model.FirstRun.Seed}";

    /// <summary>Mean and standard deviation: <c>0.8870 ± 0.0012</c>.</summary>
    public static string Of(MeanAndDeviation spread) =>
        spread.Deviation is { } deviation ? $"{Share(spread.Mean)} ± {Share(deviation)}" : Share(spread.Mean);

    /// <summary>A criterion of selection in words.</summary>
    public static string Of(SelectionCriterion criterion) => criterion switch
    {
        SelectionCriterion.TrainingPlusValidationAccuracy => "highest sum of training and validation accuracy",
        SelectionCriterion.ValidationAccuracy => "highest validation accuracy",
        SelectionCriterion.TrainingAccuracy => "highest training accuracy",
        SelectionCriterion.ValidationLoss => "lowest validation loss",
        SelectionCriterion.GeneralisationGap => "smallest difference between training and validation accuracy",
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, "Unknown criterion."),
    };
}
