using System.Text.Json;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Locks;

/// <summary>
/// <c>pipeline.lock.json</c>: what went into one experiment and what came out, one fact a line, made to be committed and compared.
/// </summary>
public sealed record LockFile
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "pipeline.lock.json";

    /// <summary>The form of the file that this program writes, and the only one that it reads.</summary>
    public const int CurrentVersion = 2;

    /// <summary>The form of the file.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Name of the experiment.</summary>
    public required string Experiment { get; init; }

    /// <summary>Name of its data set.</summary>
    public required string DataSet { get; init; }

    /// <summary>The nodes by name, ordered.</summary>
    public required SortedDictionary<string, LockedNode> Nodes { get; init; }

    /// <summary>The lock of an experiment whose nodes have all been made.</summary>
    /// <param name="experiment">Its name.</param>
    /// <param name="dataSet">Name of its data set.</param>
    /// <param name="graph">Its nodes.</param>
    /// <param name="results">What they have made.</param>
    public static LockFile Of(string experiment, string dataSet, StageGraph graph, IReadOnlyDictionary<string, NodeResult> results) => new()
    {
        Experiment = experiment,
        DataSet = dataSet,
        Nodes = new(graph.Nodes.ToDictionary(node => node.Id, node => LockedNode.Of(node, results[node.Id])), StringComparer.Ordinal),
    };

    /// <summary>The lock as a file.</summary>
    public byte[] ToBytes() => CanonicalJson.Write(this, LockJson.Lock);

    /// <summary>The node that makes an artifact, and the artifact as locks write it; null where the lock does not hold it.</summary>
    /// <param name="output">Its node and its name there: <c>preprocess/train.parquet</c>.</param>
    public (string Node, string Artifact)? Find(string output)
    {
        for (var slash = output.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = output.IndexOf('/', slash + 1))
        {
            if (Nodes.TryGetValue(output[..slash], out var node) && node.Artifacts.TryGetValue(output[(slash + 1)..], out var artifact))
            {
                return (output[..slash], artifact);
            }
        }

        return null;
    }

    /// <summary>Reads a lock.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="path">Where they are from, for messages.</param>
    /// <exception cref="InputException">It is no lock, or one of another version.</exception>
    public static LockFile Read(byte[] file, string path)
    {
        var version = VersionOf(file);
        return version != CurrentVersion
            ? throw OfOtherVersion(path, version)
            : LockJson.Read(file, path, LockJson.Lock, read =>
                read.Nodes?.Values.All(node => node?.Artifacts?.Values.All(artifact => artifact is not null) is true) is true);
    }

    /// <summary>Refuses to replace a lock that a later program wrote: what it holds would be lost.</summary>
    /// <param name="path">Path of the file, which need not be there.</param>
    /// <exception cref="InputException">It is such a lock.</exception>
    public static void RequireReplaceable(string path)
    {
        if (File.Exists(path) && VersionOf(File.ReadAllBytes(path)) is > CurrentVersion and var version)
        {
            throw OfOtherVersion(path, version);
        }
    }

    private static InputException OfOtherVersion(string path, int? version) => new(version switch
    {
        null => $"{path} is no lock of an experiment.\nTake it from git, or make it again.",
        < CurrentVersion => $"{path} has version {version}, of an earlier program; expected version {CurrentVersion}.\nMake it again.",
        _ => $"{path} has version {version}, of a later program; expected version {CurrentVersion}.\n"
            + "Update this clone of the project, or remove the file.",
    })
    {
        Remedy = version > CurrentVersion ? null : Remedy.MakeReport,
    };

    // Null where the file is no lock. The first version did not say what it was.
    private static int? VersionOf(byte[] file)
    {
        try
        {
            var json = new Utf8JsonReader(file);
            var isFirst = false;
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = json.GetString();
                json.Read();
                if (name == "version")
                {
                    return json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var version) ? version : null;
                }

                isFirst |= name == "stages";
                json.Skip();
            }

            return isFirst ? 1 : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException) // no JSON, or a name that is no text
        {
            return null;
        }
    }
}
