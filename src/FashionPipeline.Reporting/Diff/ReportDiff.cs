using System.Text.Json.Serialization;

namespace FashionPipeline.Reporting.Diff;

/// <summary>What differs between two reports, as a value: <c>diff.json</c>. Lists hold only what differs.</summary>
public sealed record ReportDiff
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "diff.json";

    /// <summary>The form of the file that this program writes, and the only one that it reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The form of the file.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The report that is compared with.</summary>
    public required DiffSide From { get; init; }

    /// <summary>The report that is compared.</summary>
    public required DiffSide To { get; init; }

    /// <summary>What it all amounts to.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The number that the report is about.</summary>
    public required Headline Headline { get; init; }

    /// <summary>What the two were made of differently.</summary>
    public required IReadOnlyList<RootCause> Causes { get; init; }

    /// <summary>Numbers.</summary>
    public required IReadOnlyList<MetricChange> Metrics { get; init; }

    /// <summary>What is no number in the metrics.</summary>
    public required IReadOnlyList<FactChange> Facts { get; init; }

    /// <summary>All classes of models of which one differs.</summary>
    public required IReadOnlyList<ClassChange> Classes { get; init; }

    /// <summary>Tables.</summary>
    public required IReadOnlyList<TableChange> Tables { get; init; }

    /// <summary>Paragraphs.</summary>
    public required IReadOnlyList<TextChange> Text { get; init; }

    /// <summary>Predictions.</summary>
    public required IReadOnlyList<PredictionChange> Predictions { get; init; }

    /// <summary>Figures.</summary>
    public required IReadOnlyList<FigureChange> Figures { get; init; }

    /// <summary>Pages of the PDF; null where it is the same, or one of the two is missing.</summary>
    public required PdfChange? Pdf { get; init; }

    /// <summary>Trained weights.</summary>
    public required IReadOnlyList<WeightChange> Weights { get; init; }

    /// <summary>What could not be compared, and why.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The causes that reach a result.</summary>
    [JsonIgnore]
    public IReadOnlyList<RootCause> CausesOfResults => [.. Causes.Where(cause => cause.Nodes is not ["report"])];

    /// <summary>The causes that reach nothing but the report itself, such as its title.</summary>
    [JsonIgnore]
    public IReadOnlyList<RootCause> CausesOfReport => [.. Causes.Where(cause => cause.Nodes is ["report"])];

    /// <summary>The numbers that a tolerance is about.</summary>
    [JsonIgnore]
    public IReadOnlyList<MetricChange> JudgedMetrics => [.. Metrics.Where(change => change.Verdict is not null)];

    /// <summary>The other numbers.</summary>
    [JsonIgnore]
    public IReadOnlyList<MetricChange> OtherMetrics => [.. Metrics.Where(change => change.Verdict is null)];

    /// <summary>The files of pictures that it names.</summary>
    public IEnumerable<string> Pictures() => Predictions.Select(change => change.Picture)
        .Concat(Figures.SelectMany(figure => new[] { figure.Before, figure.Now, figure.Difference }))
        .OfType<string>();
}
