using System.Globalization;
using System.Text.Json;

namespace FashionPipeline.Tests.Repository;

/// <summary>What README says of the five seeds is what the committed report says.</summary>
public sealed class SeedsInReadmeTests
{
    private static readonly JsonElement Seeds = Comparison("fashion-mnist-seeds");

    [Fact]
    public void Should_state_the_numbers_of_the_committed_report()
    {
        var (mlp, cnn, pair) = (Seeds.GetProperty("models")[0], Seeds.GetProperty("models")[1], Seeds.GetProperty("pairedDifference"));

        string[] statements =
        [
            $"reaches {Share(cnn, "accuracy")} on the test images",
            $"`fashion-mnist-seeds` {Share(cnn, "mean")} ± {Share(cnn, "standardDeviation")}, beside {Share(mlp, "mean")} ± "
                + $"{Share(mlp, "standardDeviation")} of the dense one",
            $"with {mlp.GetProperty("timesChosen")} of the {mlp.GetProperty("seeds")} seeds the rule chooses the dense one",
            $"{Points(pair, "mean")} points, 95% interval {Points(pair, "low")} to {Points(pair, "high")}",
        ];
        var readme = string.Join(' ', File.ReadAllText(Path.Combine(RepositoryFiles.Root, "README.md")).Split((char[]?)null,
            StringSplitOptions.RemoveEmptyEntries));
        Assert.All(statements, statement => Assert.Contains(statement, readme, StringComparison.Ordinal));
    }

    // Else the report of one seed was made beside other metrics than those that are committed.
    [Fact]
    public void Should_say_the_same_in_the_report_of_one_seed() =>
        Assert.Equal(Seeds.GetRawText(), Comparison("fashion-mnist").GetRawText());

    private static JsonElement Comparison(string experiment)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, "reports", experiment, "metrics.json")));
        return json.RootElement.GetProperty("seedComparisons")[0].Clone();
    }

    private static string Share(JsonElement element, string name) =>
        element.GetProperty(name).GetDouble().ToString("F4", CultureInfo.InvariantCulture);

    private static string Points(JsonElement element, string name) =>
        (element.GetProperty(name).GetDouble() * 100).ToString("+0.00;-0.00", CultureInfo.InvariantCulture);
}
