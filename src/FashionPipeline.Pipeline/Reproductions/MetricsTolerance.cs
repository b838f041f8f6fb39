using System.Text.Json;

namespace FashionPipeline.Pipeline.Reproductions;

/// <summary>
/// Whether metrics are near enough where bits cannot be equal: under libtorch on another processor or version. What is compared are the
/// accuracies and losses of models and runs.
/// </summary>
public static class MetricsTolerance
{
    /// <summary>Accuracies may differ by two points of a hundred: about three standard deviations over seeds.</summary>
    public const double Accuracy = 0.02;

    /// <summary>Losses may differ by a tenth.</summary>
    public const double RelativeLoss = 0.1;

    /// <summary>The metrics that differ by more, each in a line.</summary>
    /// <param name="expected">The report's <c>metrics.json</c>.</param>
    /// <param name="found">The reproduction's.</param>
    public static IReadOnlyList<string> Outside(byte[] expected, byte[] found)
    {
        var (before, now) = (Metrics(expected), Metrics(found));
        return
        [
            .. before.Keys.Union(now.Keys).Order(StringComparer.Ordinal).Where(name => !IsWithin(name, before, now)).Select(name =>
                FormattableString.Invariant($"{name}  {before.GetValueOrDefault(name, double.NaN):R} -> ")
                    + FormattableString.Invariant($"{now.GetValueOrDefault(name, double.NaN):R}")),
        ];
    }

    private static bool IsWithin(string name, Dictionary<string, double> before, Dictionary<string, double> now) =>
        before.TryGetValue(name, out var old) && now.TryGetValue(name, out var value)
        && Math.Abs(value - old) <= (name.EndsWith("Loss", StringComparison.Ordinal) ? RelativeLoss * Math.Abs(old) : Accuracy);

    private static Dictionary<string, double> Metrics(byte[] file)
    {
        using var json = JsonDocument.Parse(file);
        var metrics = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var model in json.RootElement.GetProperty("models").EnumerateArray())
        {
            var name = model.GetProperty("name").GetString();
            foreach (var metric in new[] { "trainingAccuracy", "validationAccuracy", "validationLoss" })
            {
                metrics.Add($"{name} {metric}", model.GetProperty(metric).GetProperty("mean").GetDouble());
            }

            foreach (var run in model.GetProperty("runs").EnumerateArray())
            {
                metrics.Add($"{name} {run.GetProperty("seed")} accuracy", run.GetProperty("accuracy").GetDouble());
            }
        }

        return metrics;
    }
}
