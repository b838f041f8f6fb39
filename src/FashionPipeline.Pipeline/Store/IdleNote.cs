using System.Text.Json;
using FashionPipeline.Foundation.Files;

namespace FashionPipeline.Pipeline.Store;

/// <summary>What an experiment's report was made from, as far as a run that has nothing to do depends on it.</summary>
internal sealed record IdleNote
{
    /// <summary>Digest of the program and the experiment.</summary>
    public required string Source { get; init; }

    /// <summary>Paths of the files that the experiment was read from, in the order in which they were read.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Name of its data set.</summary>
    public required string DataSet { get; init; }

    /// <summary>Its nodes in the graph's order.</summary>
    public required IReadOnlyList<IdleNode> Nodes { get; init; }

    /// <summary>The report's files, by their paths below its folder.</summary>
    public required IReadOnlyList<string> Report { get; init; }

    /// <summary>Stamps of the published files and of the report's, by path.</summary>
    public required IReadOnlyDictionary<string, string?> Stamps { get; init; }

    /// <summary>The note of a file; null where there is none that can be read.</summary>
    public static IdleNote? Read(string path) => SealedJson.Read(path, RecordJson.Idle);

    /// <summary>Replaces the note of a file.</summary>
    public void Write(string path) => SealedFile.WriteWhereAllowed(path, JsonSerializer.SerializeToUtf8Bytes(this, RecordJson.Idle));
}

/// <summary>A node as a note has it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Key">Hash of its key; null where others have published what it makes.</param>
internal sealed record IdleNode(string Id, string? Key);
