using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;
using FashionPipeline.Reporting.Diff;

namespace FashionPipeline.Pipeline.Diffs;

/// <summary><c>reports/tolerances.yaml</c>: by how much metrics may differ.</summary>
/// <param name="Changes">Between two commits.</param>
/// <param name="Reproductions">Between a report and its reproduction where bits cannot be equal.</param>
public sealed record Tolerances(IReadOnlyList<Tolerance> Changes, IReadOnlyList<Tolerance> Reproductions)
{
    /// <summary>The file, from the repository's folder.</summary>
    public const string FileName = "reports/tolerances.yaml";

    private static readonly Section File = new("tolerances", "changes", "reproductions");
    private static readonly Section Entry = new("tolerance", "metric", "better", "absolute", "relative");

    /// <summary>Reads the file.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <exception cref="InputException">It is missing or has faults: one line each.</exception>
    public static Tolerances Read(string root)
    {
        var path = Path.Combine(root, FileName);
        if (!System.IO.File.Exists(path))
        {
            throw new InputException($"{path} is missing, which says by how much metrics may differ.\nTake it from git.");
        }

        var faults = new Faults();
        var read = YamlTree.Read(System.IO.File.ReadAllText(path), FileName, faults) is { } tree
            && new YamlValue(tree, "", faults).Section(File) is { } section
            ? new Tolerances(Entries(section, "changes"), Entries(section, "reproductions")) : null;
        faults.ThrowIfAny(FileName);
        return read!;
    }

    private static IReadOnlyList<Tolerance> Entries(YamlSection section, string key) =>
        [.. (section.Find(key)?.Items() ?? []).Select(item => item.Section(Entry)).OfType<YamlSection>().Select(Read)];

    private static Tolerance Read(YamlSection entry)
    {
        var (absolute, relative) = (Size(entry, "absolute"), Size(entry, "relative"));
        if (absolute is null && relative is null)
        {
            entry.Require("absolute");
        }

        return new()
        {
            Metric = entry.Text("metric"),
            Better = entry.Require("better")?.Choice<Direction>() ?? default,
            Absolute = absolute ?? 0,
            Relative = relative ?? 0,
        };
    }

    private static double? Size(YamlSection entry, string key) => entry.Find(key)?.Number(new NumberForm(0));
}
