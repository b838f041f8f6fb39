using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Stages;

namespace FashionPipeline.Pipeline.Diffs;

/// <summary>The artifacts of two reports side by side, with what there is to note of them, and the pictures that come of it.</summary>
/// <param name="from">The one report.</param>
/// <param name="to">The other.</param>
internal sealed class ArtifactPairs(ReportVersion from, ReportVersion to)
{
    private readonly SortedDictionary<string, byte[]> pictures = new(StringComparer.Ordinal);
    private readonly List<string> notes = [];

    /// <summary>The one report.</summary>
    public ReportVersion From => from;

    /// <summary>The other.</summary>
    public ReportVersion To => to;

    /// <summary>The pictures that were kept, by their names.</summary>
    public IReadOnlyDictionary<string, byte[]> Pictures => pictures;

    /// <summary>What could not be compared, and why.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>Notes that something could not be compared.</summary>
    public void Note(string text) => notes.Add(text);

    /// <summary>Keeps a picture. A lock that was edited may name anything: the name becomes one of a file, and never a path.</summary>
    /// <returns>Its name.</returns>
    public string Keep(string name, byte[] picture)
    {
        var file = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-' ? letter : '_')) + ".png";
        pictures[file] = picture;
        return file;
    }

    /// <summary>
    /// Compares an artifact that both have and that differs; null where it does not, and, with a note, where it cannot be compared.
    /// </summary>
    /// <param name="node">The node that made it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="compare">Compares the bytes.</param>
    public T? Compare<T>(string node, string name, Func<byte[], byte[], T?> compare)
        where T : class => Compare(node, node, name, compare);

    /// <summary>As before, of two nodes, one of each report.</summary>
    /// <param name="before">The node of the one.</param>
    /// <param name="node">The node of the other.</param>
    /// <param name="name">Name of the artifact.</param>
    /// <param name="compare">Compares the bytes.</param>
    public T? Compare<T>(string before, string node, string name, Func<byte[], byte[], T?> compare)
        where T : class
    {
        var (was, @is) = (from.DigestOf(before, name), to.DigestOf(node, name));
        if (was is null || @is is null || was == @is)
        {
            return null;
        }

        if (from.Artifact(before, name) is not { } old || to.Artifact(node, name) is not { } value)
        {
            Note($"{node}: {name} differs; the store has not both sides of it.");
            return null;
        }

        try
        {
            return compare(old, value);
        }
        catch (InputException fault) // such as one of an earlier form
        {
            Note($"{node}: {name} cannot be compared: {fault.Message.Split('\n')[0]}");
            return null;
        }
    }

    /// <summary>Model and seed of the runs of which both have a node of this stage.</summary>
    public IReadOnlyList<(string Model, string Seed)> Runs(string stage) =>
    [
        .. (from.Locks?.Lock.Nodes.Keys ?? Enumerable.Empty<string>())
            .Where(node => node.StartsWith($"{stage}/", StringComparison.Ordinal) && to.Locks?.Lock.Nodes.ContainsKey(node) is true)
            .Select(node => node.Split('/')).Where(parts => parts.Length == 3).Select(parts => (parts[1], parts[2])),
    ];

    /// <summary>The names of the reports' artifacts that begin and end so, without that, ordered.</summary>
    public IReadOnlyList<string> Names(string folder, string ending) =>
    [
        .. from.Artifacts(NodeNames.Report).Union(to.Artifacts(NodeNames.Report))
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal))
            .Select(name => name[folder.Length..^ending.Length]).Order(StringComparer.Ordinal),
    ];
}
