using System.Text.Json;
using FashionPipeline.Reporting.Metrics;
using static FashionPipeline.Reporting.Metrics.MetricsJson;

namespace FashionPipeline.Reporting.Diff;

/// <summary>Compares two <c>metrics.json</c> number by number.</summary>
public sealed class MetricsComparison
{
    // What an item of a list is known by, so that an inserted one moves nothing.
    private static readonly string[] Names = ["name", "seed", "epoch", "class", "criterion"];

    // Places and images, which tables and predictions tell of, and intervals, which follow from the rest.
    private static readonly string[] Skipped =
        ["confusion", "mostConfidentMistakes", "accuracyInterval", "precisionInterval", "recallInterval"];

    // Without a validation set these are of the test images, and beside a report with one they are compared as that.
    private static readonly Dictionary<string, string> NamesOnTestImages = new(StringComparer.Ordinal)
    {
        [MetricsFile.ValidationAccuracy] = MetricsFile.TestAccuracy,
        [MetricsFile.ValidationLoss] = "testLoss",
    };

    private readonly JsonElement before;
    private readonly JsonElement now;

    /// <param name="before">What it was.</param>
    /// <param name="now">What it is.</param>
    /// <param name="tolerances">By how much metrics may differ; of several that are about one, the first counts.</param>
    /// <exception cref="JsonException">One of the two is no JSON.</exception>
    public MetricsComparison(byte[] before, byte[] now, IReadOnlyList<Tolerance> tolerances)
    {
        (this.before, this.now) = (Parse(before), Parse(now));
        var (hadValidationSet, hasValidationSet) = (HasValidationSet(this.before), HasValidationSet(this.now));
        var old = Leaves(this.before, isOnTestImages: hasValidationSet && !hadValidationSet);
        var value = Leaves(this.now, isOnTestImages: hadValidationSet && !hasValidationSet);
        var names = old.Keys.Concat(value.Keys.Where(name => !old.ContainsKey(name)))
            .Select(name => (Name: name, Before: old.GetValueOrDefault(name), Now: value.GetValueOrDefault(name)))
            .Where(leaf => leaf.Before.ValueKind == JsonValueKind.Undefined || leaf.Now.ValueKind == JsonValueKind.Undefined
                || leaf.Before.GetRawText() != leaf.Now.GetRawText()).ToList();
        Metrics = [.. names.Where(leaf => IsNumber(leaf.Before) || IsNumber(leaf.Now))
            .Select(leaf => Change(leaf.Name, Number(leaf.Before), Number(leaf.Now), tolerances))];
        Facts = [.. names.Where(leaf => !IsNumber(leaf.Before) && !IsNumber(leaf.Now))
            .Select(leaf => new FactChange(leaf.Name, Text(leaf.Before), Text(leaf.Now)))];
    }

    /// <summary>The numbers that differ, in the order of the file.</summary>
    public IReadOnlyList<MetricChange> Metrics { get; }

    /// <summary>What else differs, in the order of the file.</summary>
    public IReadOnlyList<FactChange> Facts { get; }

    /// <summary>The number that the report is about.</summary>
    /// <exception cref="JsonException">One of the two does not say which model was selected, or has no such model.</exception>
    public Headline Headline
    {
        get
        {
            var (old, value) = (SelectedModel.Read(before), SelectedModel.Read(now));
            double?[] deviations = [old.Deviation, value.Deviation];
            return new(old.Name, value.Name, old.Accuracy, value.Accuracy) { Deviation = deviations.Max() };
        }
    }

    /// <summary>Model and seed of the first run of the model that was selected, then and now: <c>cnn/12345</c>.</summary>
    /// <exception cref="JsonException">As above.</exception>
    public (string Before, string Now) FirstRuns => (FirstRun(SelectedModel.Read(before)), FirstRun(SelectedModel.Read(now)));

    /// <summary>
    /// The recall of every class of models of which one differs, models and classes in the order of the file; the selected models against
    /// each other first, where these are two: <c>cnn -> wide</c>.
    /// </summary>
    public IReadOnlyList<ClassChange> Classes
    {
        get
        {
            var (old, value) = (Recalls(before), Recalls(now));
            var selected = (Before: SelectedModel.Read(before).Name, Now: SelectedModel.Read(now).Name);
            var same = value.Keys.Where(old.ContainsKey).Select(model => (Before: model, Now: model));
            return [.. (selected.Before == selected.Now ? same : same.Prepend(selected)).SelectMany(pair =>
            {
                var changes = value[pair.Now].Where(recall => old[pair.Before].ContainsKey(recall.Key)).Select(recall => new ClassChange(
                    DiffWording.Pair(pair.Before, pair.Now), recall.Key, old[pair.Before][recall.Key], recall.Value)).ToList();
                return changes.Any(change => change.Delta != 0) ? changes : [];
            })];
        }
    }

    /// <summary>Names of the classes by label, as they are now.</summary>
    public IReadOnlyList<string> ClassNames => Items(now, "models").SelectMany(model => Items(model, "runs")).Take(1)
        .SelectMany(run => Items(run, "classes")).Select(one => Text(Require(one, "class"))!).ToList();

    private static string FirstRun(SelectedModel model) => $"{model.Name}/{model.Seeds[0]}";

    private static MetricChange Change(string name, double? before, double? now, IReadOnlyList<Tolerance> tolerances) =>
        new(name, before, now, before is { } old && now is { } value
            ? tolerances.FirstOrDefault(tolerance => tolerance.IsAbout(name))?.Judge(old, value) : null);

    private static bool HasValidationSet(JsonElement metrics) => metrics.ValueKind == JsonValueKind.Object
        && metrics.TryGetProperty("models", out var models) && models.ValueKind == JsonValueKind.Array
        && models.EnumerateArray().Any(model =>
            model.ValueKind == JsonValueKind.Object && model.TryGetProperty(MetricsFile.TestAccuracy, out _));

    private static Dictionary<string, JsonElement> Leaves(JsonElement root, bool isOnTestImages)
    {
        var leaves = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        Collect(root, "");
        return leaves;

        void Collect(JsonElement element, string path)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var property in element.EnumerateObject().Where(property => !Skipped.Contains(property.Name)))
                    {
                        var name = isOnTestImages ? NamesOnTestImages.GetValueOrDefault(property.Name, property.Name) : property.Name;
                        Collect(property.Value, path.Length == 0 ? name : $"{path}.{name}");
                    }

                    break;
                case JsonValueKind.Array:
                    foreach (var (place, item) in element.EnumerateArray().Index())
                    {
                        Collect(item, $"{path}.{NameOf(item) ?? FormattableString.Invariant($"{place}")}");
                    }

                    break;
                default:
                    leaves[path] = element;
                    break;
            }
        }
    }

    private static string? NameOf(JsonElement item) => item.ValueKind != JsonValueKind.Object ? null
        : Names.Select(name => item.TryGetProperty(name, out var value) ? Text(value) : null).FirstOrDefault(name => name is not null);

    private static Dictionary<string, Dictionary<string, double>> Recalls(JsonElement metrics) => Items(metrics, "models")
        .DistinctBy(model => Text(Require(model, "name"))).ToDictionary(
        model => Text(Require(model, "name"))!,
        model => Items(model, "runs").SelectMany(run => Items(run, "classes")).GroupBy(one => Text(Require(one, "class"))!)
            .ToDictionary(one => one.Key, one => one.Average(run => RequireNumber(run, "recall")), StringComparer.Ordinal),
        StringComparer.Ordinal);
}
