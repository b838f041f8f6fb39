using System.Text.Json;
using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Metrics;

/// <summary>The model that a report selected, as its <c>metrics.json</c> says.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Accuracy">Its accuracy on the test images, 0 to 1; the mean over seeds.</param>
/// <param name="Deviation">The standard deviation over seeds; null where there is one seed.</param>
/// <param name="Seeds">The seeds that it was trained with.</param>
/// <param name="Interval">95 % interval of the first run's accuracy; null where the file does not say.</param>
/// <param name="Candidates">From how many models it was selected.</param>
public sealed record SelectedModel(
    string Name, double Accuracy, double? Deviation, IReadOnlyList<string> Seeds, WilsonInterval? Interval, int Candidates)
{
    /// <summary>The models that the report leaves out, as a training of theirs failed, with the reason.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Its accuracy on the images that it was chosen by, a mean, too; null where these are the test images.</summary>
    public double? ValidationAccuracy { get; init; }

    /// <summary>In a line: <c>cnn, test accuracy 0.9110 (0.8918 to 0.9271)</c>, and behind it the validation accuracy, if any.</summary>
    public string Text => $"{Name}, test accuracy {Figures}"
        + (ValidationAccuracy is { } validation ? $", validation accuracy {Wording.Share(validation)}" : "");

    /// <summary>In a column: <c>cnn 0.9110 (0.8918 to 0.9271)</c>.</summary>
    public string ShortText => $"{Name} {Figures}";

    private string Figures => Wording.Share(Accuracy) + (Deviation is { } deviation
        ? FormattableString.Invariant($" ± {Wording.Share(deviation)} over {Seeds.Count} seeds")
        : Interval is { } interval ? $" ({Wording.Share(interval)})" : "");

    /// <summary>The model of a file.</summary>
    /// <param name="metrics">The bytes of <c>metrics.json</c>.</param>
    /// <exception cref="JsonException">It is no JSON, does not say which model was selected, or has no such model.</exception>
    public static SelectedModel Read(byte[] metrics) => Read(MetricsJson.Parse(metrics));

    /// <summary>The model of a file.</summary>
    /// <exception cref="JsonException">It does not say which model was selected, or has no such model.</exception>
    internal static SelectedModel Read(JsonElement metrics)
    {
        var selected = MetricsJson.Text(MetricsJson.Require(MetricsJson.Require(metrics, "selection"), "model"));
        var models = MetricsJson.Items(metrics, "models").ToList();
        var model = models.FirstOrDefault(model => NameOf(model) == selected);
        if (model.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"There is no model '{selected}', which was selected.");
        }

        var validation = MetricsJson.Require(model, MetricsFile.ValidationAccuracy);
        var hasValidationSet = model.TryGetProperty(MetricsFile.TestAccuracy, out var test);
        var accuracy = hasValidationSet ? test : validation;
        var runs = MetricsJson.Items(model, "runs").ToList();
        if (runs.Count == 0)
        {
            throw new JsonException("The model that was selected has no runs.");
        }

        return new(
            selected!, MetricsJson.RequireNumber(accuracy, "mean"),
            accuracy.TryGetProperty("standardDeviation", out _) ? MetricsJson.RequireNumber(accuracy, "standardDeviation") : null,
            [.. runs.Select(run => MetricsJson.Text(MetricsJson.Require(run, "seed"))!)],
            runs[0].TryGetProperty("accuracyInterval", out var interval) ? IntervalOf(interval) : null, models.Count)
        {
            ValidationAccuracy = hasValidationSet ? MetricsJson.RequireNumber(validation, "mean") : null,
            LeftOut = metrics.TryGetProperty("failedRuns", out _)
                ? [.. MetricsJson.Items(metrics, "failedRuns").Select(Failure)] : [],
        };
    }

    private static string Failure(JsonElement run)
    {
        return $"{Of("model")}, as with seed {Of("seed")} {Of("reason")}";

        string? Of(string name) => MetricsJson.Text(MetricsJson.Require(run, name));
    }

    private static WilsonInterval IntervalOf(JsonElement interval) =>
        new(MetricsJson.RequireNumber(interval, "low"), MetricsJson.RequireNumber(interval, "high"));

    private static string? NameOf(JsonElement model) => MetricsJson.Text(MetricsJson.Require(model, "name"));
}
