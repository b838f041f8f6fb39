using System.Globalization;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Reporting.Content;

namespace FashionPipeline.Reporting.Writing;

/// <summary>How numbers and names are written in the report, the same in every culture.</summary>
internal static class Wording
{
    private const int LongestInFigure = 24;

    /// <summary>
    /// A share as a percentage, <c>88.70%</c>: to two decimals where 10,000 images make it, to one where it is of a single class.
    /// </summary>
    public static string Percent(double share, int decimals = 2) => Decimal(share * 100, decimals) + "%";

    /// <summary>An interval of shares as percentages, no finer than a tenth: <c>87.6% to 88.8%</c>.</summary>
    public static string Percent(WilsonInterval interval) => $"{Percent(interval.Low, 1)} to {Percent(interval.High, 1)}";

    /// <summary>A difference of shares in points, with its interval: <c>+1.5 (+0.7 to +2.3)</c>.</summary>
    public static string Points(MatchedDifference difference, int decimals) =>
        $"{Points(difference.Difference, decimals)} ({Points(difference.Low, decimals)} to {Points(difference.High, decimals)})";

    /// <summary>A difference of shares in points: <c>+1.51</c>.</summary>
    public static string Points(double difference, int decimals = 2) => Signed(difference * 100, decimals);

    /// <summary>How far shares lie apart, in points: <c>0.61</c>.</summary>
    public static string Spread(double deviation) => Decimal(deviation * 100, 2);

    /// <summary>A loss in nats with four decimals: <c>0.3256</c>.</summary>
    public static string Loss(double loss) => Decimal(loss, 4);

    /// <summary>Mean and standard deviation of losses: <c>0.3256 ± 0.0012</c>.</summary>
    public static string Loss(MeanAndDeviation spread) =>
        spread.Deviation is { } deviation ? $"{Loss(spread.Mean)} ± {Loss(deviation)}" : Loss(spread.Mean);

    /// <summary>An interval of shares with four decimals, for a terminal: <c>0.8756 to 0.8883</c>.</summary>
    public static string Share(WilsonInterval interval) => $"{Share(interval.Low)} to {Share(interval.High)}";

    /// <summary>A probability of a test: <c>p = 0.0703</c>, <c>p &lt; 0.0001</c>.</summary>
    public static string Probability(double p) => p < 0.0001 ? "p < 0.0001" : $"p = {Decimal(p, 4)}";

    /// <summary>An accuracy between 0 and 1 with four decimals, for a terminal: <c>0.8870</c>.</summary>
    public static string Share(double share) => Decimal(share, 4);

    /// <summary>
    /// A number with a fixed count of decimals, as a terminal shows it: a share such as 53,067 of 60,000, which no double has exactly, is
    /// 0.8845 here and there. The format "F4" makes 0.8844 of it.
    /// </summary>
    public static string Decimal(double value, int decimals) =>
        WithMinus(value.ToString(Digits(decimals), CultureInfo.InvariantCulture));

    /// <summary>A small or large number with four significant digits: <c>1.108e−3</c>.</summary>
    public static string Scientific(double value) => value == 0 ? "0" : WithMinus(value.ToString("0.000e-0", CultureInfo.InvariantCulture));

    /// <summary>A whole number with commas between thousands: <c>669,706</c>.</summary>
    public static string Thousands(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A difference with its sign: <c>+0.0012</c>.</summary>
    public static string Signed(double value, int decimals)
    {
        var digits = Digits(decimals);
        return WithMinus(value.ToString($"+{digits};-{digits};0", CultureInfo.InvariantCulture));
    }

    /// <summary>A whole difference with its sign: <c>+12</c>.</summary>
    public static string Signed(long value) => WithMinus(value.ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture));

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

    /// <summary>How often: <c>1 time</c>, <c>211 times</c>.</summary>
    public static string Times(int count) => count == 1 ? "1 time" : $"{Thousands(count)} times";

    /// <summary>A number of images in words.</summary>
    public static string Images(int count) => count == 1 ? "1 image" : $"{Thousands(count)} images";

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

    /// <summary>Mean and standard deviation of accuracies: <c>88.70 ± 0.12%</c>.</summary>
    public static string Of(MeanAndDeviation spread) =>
        spread.Deviation is { } deviation ? $"{Decimal(spread.Mean * 100, 2)} ± {Spread(deviation)}%" : Percent(spread.Mean);

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

    private static string Digits(int decimals) => decimals == 0 ? "0" : "0." + new string('0', decimals);

    // A hyphen is shorter than a plus.
    private static string WithMinus(string number) => number.Replace('-', '−');
}
