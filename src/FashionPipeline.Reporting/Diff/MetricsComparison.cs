using System.Text.Json;

namespace FashionPipeline.Reporting.Diff;

/// <summary>Compares two <c>metrics.json</c> number by number.</summary>
public sealed class MetricsComparison
{
    // What an item of a list is known by, so that an inserted one moves nothing.
    private static readonly string[] Names = ["name", "seed", "epoch", "class", "criterion"];

    // Places and images, which tables and predictions tell of, and intervals, which follow from the rest.
    private static readonly string[] Skipped =
        ["confusion", "mostConfidentMistakes", "accuracyInterval", "precisionInterval", "recallInterval"];

    private readonly JsonElement before;
    private readonly JsonElement now;

    /// <param name="before">What it was.</param>
    /// <param name="now">What it is.</param>
    /// <param name="tolerances">By how much metrics may differ; of several that are about one, the first counts.</param>
    /// <exception cref="JsonException">One of the two is no JSON.</exception>
    public MetricsComparison(byte[] before, byte[] now, IReadOnlyList<Tolerance> tolerances)
    {
        (this.before, this.now) = (Parse(before), Parse(now));
        var (old, value) = (Leaves(this.before), Leaves(this.now));
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
            var ((old, accuracyBefore), (value, accuracyNow)) = (Selected(before), Selected(now));
            double?[] deviations = [Deviation(accuracyBefore), Deviation(accuracyNow)];
            return new(old, value, RequireNumber(accuracyBefore, "mean"), RequireNumber(accuracyNow, "mean"))
            {
                Deviation = deviations.Max(),
            };
        }
    }

    /// <summary>Model and seed of the first run of the model that was selected, then and now: <c>cnn/12345</c>.</summary>
    /// <exception cref="JsonException">As above.</exception>
    public (string Before, string Now) FirstRuns => (FirstRun(before), FirstRun(now));

    /// <summary>The recall of every class of models of which one differs, models and classes in the order of the file.</summary>
    public IReadOnlyList<ClassChange> Classes
    {
        get
        {
            var (old, value) = (Recalls(before), Recalls(now));
            return [.. value.Where(model => old.ContainsKey(model.Key)).SelectMany(model =>
            {
                var changes = model.Value.Where(recall => old[model.Key].ContainsKey(recall.Key)).Select(recall =>
                    new ClassChange(model.Key, recall.Key, old[model.Key][recall.Key], recall.Value)).ToList();
                return changes.Any(change => change.Delta != 0) ? changes : [];
            })];
        }
    }

    /// <summary>Names of the classes by label, as they are now.</summary>
    public IReadOnlyList<string> ClassNames => Items(now, "models").SelectMany(model => Items(model, "runs")).Take(1)
        .SelectMany(run => Items(run, "classes")).Select(one => Text(Require(one, "class"))!).ToList();

    private static MetricChange Change(string name, double? before, double? now, IReadOnlyList<Tolerance> tolerances) =>
        new(name, before, now, before is { } old && now is { } value
            ? tolerances.FirstOrDefault(tolerance => tolerance.IsAbout(name))?.Judge(old, value) : null);

    private static JsonElement Parse(byte[] file)
    {
        using var json = JsonDocument.Parse(file);
        return json.RootElement.Clone();
    }

    private static Dictionary<string, JsonElement> Leaves(JsonElement root)
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
                        Collect(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}");
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

    private static (string Model, JsonElement Accuracy) Selected(JsonElement metrics)
    {
        var model = SelectedModel(metrics);
        return (Text(Require(model, "name"))!, Require(model, "validationAccuracy"));
    }

    private static string FirstRun(JsonElement metrics)
    {
        var model = SelectedModel(metrics);
        return Items(model, "runs").FirstOrDefault() is { ValueKind: JsonValueKind.Object } run
            ? $"{Text(Require(model, "name"))}/{Text(Require(run, "seed"))}"
            : throw new JsonException("The model that was selected has no runs.");
    }

    private static JsonElement SelectedModel(JsonElement metrics)
    {
        var selected = Text(Require(Require(metrics, "selection"), "model"));
        return Items(metrics, "models").FirstOrDefault(model => Text(Require(model, "name")) == selected)
            is { ValueKind: JsonValueKind.Object } model ? model
            : throw new JsonException($"There is no model '{selected}', which was selected.");
    }

    private static Dictionary<string, Dictionary<string, double>> Recalls(JsonElement metrics) => Items(metrics, "models")
        .DistinctBy(model => Text(Require(model, "name"))).ToDictionary(
        model => Text(Require(model, "name"))!,
        model => Items(model, "runs").SelectMany(run => Items(run, "classes")).GroupBy(one => Text(Require(one, "class"))!)
            .ToDictionary(one => one.Key, one => one.Average(run => RequireNumber(run, "recall")), StringComparer.Ordinal),
        StringComparer.Ordinal);

    private static double? Deviation(JsonElement spread) =>
        spread.TryGetProperty("standardDeviation", out _) ? RequireNumber(spread, "standardDeviation") : null;

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) => Require(element, name) is var list
        && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw new JsonException($"'{name}' is no list.");

    private static JsonElement Require(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value
            : throw new JsonException($"There is no '{name}'.");

    private static double RequireNumber(JsonElement element, string name) => Number(Require(element, name))
        ?? throw new JsonException($"'{name}' is no number.");

    private static bool IsNumber(JsonElement element) => element.ValueKind == JsonValueKind.Number;

    // JSON can write more than a double can hold.
    private static double? Number(JsonElement element) => !IsNumber(element) ? null
        : element.GetDouble() is var number && double.IsFinite(number) ? number
        : throw new JsonException($"{element.GetRawText()} is no number that can be compared.");

    private static string? Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined => null,
        JsonValueKind.String => element.GetString(),
        _ => element.GetRawText(),
    };
}
