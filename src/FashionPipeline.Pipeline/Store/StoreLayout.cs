using FashionPipeline.Foundation.Files;

namespace FashionPipeline.Pipeline.Store;

/// <summary>Every path of the store.</summary>
/// <param name="folder">The store's folder: <c>.cache</c>.</param>
public sealed class StoreLayout(string folder)
{
    /// <summary>Ends the name of a record's file.</summary>
    public const string RecordEnding = ".json";

    /// <summary>Ends the name of a file that names the latest record of a node.</summary>
    public const string LatestEnding = ".key";

    private const string TimeOfNode = "times.";

    /// <summary>The store's folder.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>Artifacts by digest.</summary>
    public string Blobs => In("blobs");

    /// <summary>Records by stage and key.</summary>
    public string Records => In("records");

    /// <summary>For each experiment the key that each node had last.</summary>
    public string LatestKeys => In("latest");

    /// <summary>For each experiment what is put together of its latest results.</summary>
    public string AllDerived => In("derived");

    /// <summary>Work that was cut short, by the key of its node.</summary>
    public string Unfinished => In("checkpoints");

    /// <summary>What work that ended has left for longer work of the same kind.</summary>
    public string States => In("states");

    /// <summary>Which code a compiled program holds.</summary>
    public string CodeIndex => In("code");

    /// <summary>Blobs that were found damaged.</summary>
    public string Quarantine => In("quarantine");

    /// <summary>For each experiment what of it was handed to a cluster, with logs.</summary>
    public string Submissions => In("submissions");

    /// <summary>Which nodes are being made, by their keys.</summary>
    public string Locks => In("locks");

    /// <summary>The store's own lock: shared by runs, taken alone by what removes results.</summary>
    public string Lock => In("lock");

    /// <summary>The file that says which form the store has.</summary>
    public string Version => In("version");

    /// <summary>Published files by data set.</summary>
    public string Data => In("data");

    /// <summary>What the pipeline has made and can make again: all but the published files.</summary>
    public IReadOnlyList<string> Made =>
        [Records, LatestKeys, AllDerived, Blobs, CodeIndex, Quarantine, Unfinished, States, Submissions, Locks];

    /// <summary>The blob of a digest: <c>blobs/ab/abcd...</c>.</summary>
    public string Blob(string sha256) => Path.Combine(Blobs, sha256[..2], sha256);

    /// <summary>Where a damaged file is moved to.</summary>
    /// <param name="name">The name of a blob or of a record.</param>
    public string Quarantined(string name) => Path.Combine(Quarantine, name);

    /// <summary>The record of a key.</summary>
    /// <param name="stage">Name of the stage.</param>
    /// <param name="key">Hash of the key.</param>
    public string Record(string stage, string key) => Path.Combine(Records, stage, key + RecordEnding);

    /// <summary>The file with the key that a node had last.</summary>
    /// <param name="experiment">Name of the experiment.</param>
    /// <param name="node">Name of the node.</param>
    public string LatestKey(string experiment, string node) =>
        Path.Combine(LatestKeys, experiment, node.Replace('/', Path.DirectorySeparatorChar) + LatestEnding);

    /// <summary>What an experiment's nodes made last.</summary>
    public string Index(string experiment) => Derived(experiment, "records");

    /// <summary>What an experiment's nodes cost when they ran last.</summary>
    public string Times(string experiment) => Derived(experiment, "times");

    /// <summary>What a single node of it took, until that is among <see cref="Times"/>.</summary>
    public string TimeOf(string experiment, string node) => Derived(experiment, TimeOfNode + FileNameOf(node));

    /// <summary>A node's name as part of the name of a single file.</summary>
    public static string FileNameOf(string node) => node.Replace('/', '-');

    /// <summary>Paths of what single nodes took, sorted by name.</summary>
    public IReadOnlyList<string> TimesApart(string experiment) =>
    [
        .. StoreFiles.In(Path.Combine(AllDerived, experiment)).Where(path =>
            Path.GetFileName(path).StartsWith(TimeOfNode, StringComparison.Ordinal) && !AtomicFile.IsTemporary(path)),
    ];

    /// <summary>The file that says where a variant's report is: where that is gone, its results are of no use.</summary>
    public string ReportFolder(string variant) => Derived(variant, "report");

    /// <summary>What an experiment's report was made from when it was laid out last.</summary>
    public string Idle(string experiment) => Derived(experiment, "idle");

    /// <summary>Something that is put together of an experiment's latest results.</summary>
    /// <param name="experiment">Name of the experiment.</param>
    /// <param name="name">What it is.</param>
    public string Derived(string experiment, string name) => Path.Combine(AllDerived, experiment, name);

    /// <summary>Folder of what of an experiment was handed to a cluster.</summary>
    public string Submission(string experiment) => Path.Combine(Submissions, experiment);

    /// <summary>What a node keeps while it is under way.</summary>
    /// <param name="key">Hash of the node's key.</param>
    public string UnfinishedWork(string key) => Path.Combine(Unfinished, key);

    /// <summary>What work has left.</summary>
    /// <param name="kind">Hash of the key without the length.</param>
    /// <param name="length">The length; <c>*</c> for any.</param>
    public string State(string kind, string length) => Path.Combine(States, kind[..2], $"{kind}.{length}");

    /// <summary>
    /// The lock of what is made once by whoever comes first: a node by its key, the files of a data set, the list of a program's code.
    /// </summary>
    /// <param name="name">A name that is unique among them.</param>
    public string LockOf(string name) => Path.Combine(Locks, name);

    /// <summary>Which code a compiled program holds.</summary>
    /// <param name="program">Digest of the program and of the entry to the code.</param>
    public string CodeOf(string program) => Path.Combine(CodeIndex, program);

    private string In(string name) => Path.Combine(Folder, name);
}
