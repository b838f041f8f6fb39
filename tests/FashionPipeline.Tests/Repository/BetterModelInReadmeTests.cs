using System.Globalization;
using System.Text.Json;
using FashionPipeline.Reporting.Diff;

namespace FashionPipeline.Tests.Repository;

/// <summary>What README says of the better model is what the committed reports say.</summary>
public sealed class BetterModelInReadmeTests
{
    private const string Experiment = "fashion-mnist-better";

    private static readonly string Readme = string.Join(' ', File.ReadAllText(Path.Combine(RepositoryFiles.Root, "README.md"))
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Should_state_the_accuracy_of_the_chosen_model_over_its_seeds()
    {
        using var metrics = JsonDocument.Parse(Metrics(Experiment));
        var chosen = metrics.RootElement.GetProperty("selection").GetProperty("model").GetString();
        var model = metrics.RootElement.GetProperty("models").EnumerateArray()
            .Single(model => model.GetProperty("name").GetString() == chosen);
        var accuracy = model.GetProperty("testAccuracy");

        Assert.Contains(
            $"classifies {Share(accuracy, "mean")} ± {Share(accuracy, "standardDeviation")} of the test images over "
                + $"{model.GetProperty("runs").GetArrayLength()} seeds", Readme, StringComparison.Ordinal);
        Assert.True(accuracy.GetProperty("mean").GetDouble() >= 0.940);
    }

    [Fact]
    public void Should_state_the_gains_of_the_classes_that_the_source_names()
    {
        var gains = File.ReadLines(Path.Combine(RepositoryFiles.Root, "reports", Experiment, "tables", "gains.csv"))
            .Select(line => line.Split(',')).Where(cells => cells[0] == "cnn")
            .ToDictionary(cells => cells[1], cells => (double.Parse(cells[4], CultureInfo.InvariantCulture) * 100)
                .ToString("F1", CultureInfo.InvariantCulture));

        Assert.Contains(
            $"{gains["Shirt"]} points for shirts, {gains["Pullover"]} for pullovers and {gains["T-shirt/top"]} for T-shirts", Readme,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Should_show_the_difference_of_the_committed_reports()
    {
        var comparison = new MetricsComparison(Metrics("fashion-mnist"), Metrics(Experiment), []);
        var headline = comparison.Headline;
        var shares = FormattableString.Invariant($"{headline.Before:F4} -> {headline.Now:F4}");

        Assert.Contains($"{headline.ModelBefore} -> {headline.ModelNow} test accuracy {shares}", Readme, StringComparison.Ordinal);
        Assert.Contains(
            "classes cnn -> wide "
                + DiffWording.Extremes([.. comparison.Classes.Where(change => change.Model == DiffWording.Pair("cnn", "wide"))]), Readme,
            StringComparison.Ordinal);
    }

    private static byte[] Metrics(string experiment) =>
        File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, "reports", experiment, "metrics.json"));

    private static string Share(JsonElement element, string name) =>
        element.GetProperty(name).GetDouble().ToString("F4", CultureInfo.InvariantCulture);
}
