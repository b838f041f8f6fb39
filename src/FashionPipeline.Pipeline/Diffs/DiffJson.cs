using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Reporting.Diff;

namespace FashionPipeline.Pipeline.Diffs;

/// <summary>Writes differences as JSON, and reads them so that what has been read is whole.</summary>
internal static partial class DiffJson
{
    private static readonly JsonSerializerOptions Strict = NewOptions();

    /// <summary>The difference as <c>diff.json</c>.</summary>
    public static byte[] Write(ReportDiff diff) => CanonicalJson.Write(diff);

    /// <summary>The difference that a file holds.</summary>
    /// <exception cref="JsonException">It holds none, or one with more, with less or with null where that must not be.</exception>
    public static ReportDiff Read(ReadOnlySpan<byte> file)
    {
        var diff = JsonSerializer.Deserialize<ReportDiff>(file, Strict) ?? throw new JsonException("It holds null.");
        return diff.Version != ReportDiff.CurrentVersion
            ? throw new JsonException($"It has version {diff.Version}; expected {ReportDiff.CurrentVersion}.")
            : Sides(diff).Any(side => !IsCommit(side.Commit)) ? throw new JsonException("A commit is none.")
            : Lists(diff).Any(list => list.Any(item => item is null)) ? throw new JsonException("An item of a list is null.")
            : diff;
    }

    /// <summary>The difference that is in a file; null where there is none that can be read.</summary>
    public static ReportDiff? Find(string path)
    {
        try
        {
            return File.Exists(path) ? Read(File.ReadAllBytes(path)) : null;
        }
        catch (JsonException)
        {
            return null; // of another form
        }
    }

    private static IEnumerable<DiffSide> Sides(ReportDiff diff) => [diff.From, diff.To];

    private static bool IsCommit(string? commit) => commit is null || CommitPattern().IsMatch(commit);

    // Annotations say of the lists that they are there, and nothing of what is in them.
    private static IEnumerable<IEnumerable<object?>> Lists(ReportDiff diff) =>
    [
        diff.Causes, .. diff.Causes.Select(cause => cause?.Nodes ?? []), diff.Metrics, diff.Facts, diff.Classes, diff.Tables,
        .. diff.Tables.Select(table => table?.Cells ?? []), diff.Text, diff.Predictions, diff.Figures, diff.Weights, diff.Notes,
        .. diff.Predictions.SelectMany(change => new IEnumerable<object?>[] { change?.Pairs ?? [], change?.Surest ?? [] }),
    ];

    private static JsonSerializerOptions NewOptions()
    {
        var options = CanonicalJson.NewOptions();
        options.MaxDepth = 8;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Converters.Clear();
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return options;
    }

    [GeneratedRegex(@"^[0-9a-f]{40,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CommitPattern();
}
