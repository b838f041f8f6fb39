using System.Security.Cryptography;
using System.Text;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Plans;
using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Pipeline.Reports;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline;

/// <summary>
/// A run that finds nothing to do, known beforehand. A report that was laid out leaves a note of all that it was made from; while none of
/// that has changed, and the store's records and artifacts, the data and the report are what they were then, the next run would find each
/// node current. It need not read the experiment or compute a key to know.
/// </summary>
public sealed class IdleRun
{
    private readonly IdleNote note;
    private readonly string name;
    private readonly string root;
    private readonly NodeStore store;
    private readonly ReportFolder report;
    private readonly Display display;

    private IdleRun(IdleNote note, string name, PipelineOptions options)
    {
        (this.note, this.name, root) = (note, name, options.Root);
        store = new NodeStore(new StoreLayout(options.Cache), name, note.DataSet);
        report = new ReportFolder(Path.Combine(options.Reports, name));
        display = new(isQuiet: options.IsQuiet);
    }

    // What others have published, and metrics that are compared with, have no record; their files are among the stamps.
    private bool IsUntouched => report.HoldsNoOther(note.Report.ToHashSet(StringComparer.Ordinal))
        && note.Stamps.All(stamp => FileStamp.Fits(stamp.Value, stamp.Key))
        && SideBySide.All([.. note.Nodes.Where(node => node.Key is not null)], node =>
            store.Records.FindRemembered(node.Id, node.Key!) is { } outputs && outputs.Values.All(store.Blobs.IsCurrent));

    /// <summary>The run that was asked for where it is known to find nothing to do; null where the pipeline has to look.</summary>
    /// <param name="options">What was asked for.</param>
    public static IdleRun? Find(PipelineOptions options)
    {
        if (options.Only.Count > 0 || options.IsExclusive)
        {
            return null;
        }

        try
        {
            var folder = new ExperimentsFolder(options.Experiments);
            return folder.Find(options.Experiment, Environment.CurrentDirectory) is { } file
                && Variant.NameOf(Path.GetFileNameWithoutExtension(file), options.Overrides, options.VariantName) is var name
                && IdleNote.Read(new StoreLayout(options.Cache).Idle(name)) is { } note && note.Files[0] == file
                && note.Source == SourceOf(options, folder, TextsOf(note.Files))
                && new IdleRun(note, name, options) is { IsUntouched: true } run
                    ? run
                    : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null; // The pipeline says what is wrong.
        }
    }

    private static IReadOnlyList<KeyValuePair<string, string>> TextsOf(IEnumerable<string> files) =>
        [.. files.Select(file => KeyValuePair.Create(file, ExperimentsFolder.TextOf(file)))];

    /// <summary>Says of each node of a stage that it is reused.</summary>
    public void Run(Stage stage)
    {
        var nodes = note.Nodes.Select(node => node.Id).Where(id => StageNode.StageOf(id) == SnakeCase.Of(stage)).ToList();
        if (stage == Stage.Download && nodes.Count == 0)
        {
            display.NothingToFetch();
        }

        display.Reused(nodes);
        if (stage == Stage.Report)
        {
            display.Result(RunResult.Lines(root, name, report), report[ReportFolder.Pdf]);
        }
    }

    /// <summary>The plan of all nodes.</summary>
    public PipelinePlan Plan()
    {
        var seconds = RunLog.SecondsIn(store.Layout.Times(name));
        return new(name, [.. note.Nodes.Select(node => PlannedNode.Current(node.Id, seconds))]);
    }

    /// <summary>Digest of what an experiment's nodes and their keys follow from: the program, where it runs, and what it reads.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="folder">The experiments that are known by name.</param>
    /// <param name="texts">What the experiment was read from: each file and its text.</param>
    internal static string SourceOf(
        PipelineOptions options, ExperimentsFolder folder, IReadOnlyList<KeyValuePair<string, string>> texts)
    {
        var source = new StringBuilder();
        Append(
            CompiledProgram.Running.Digest, $"{typeof(InputException).Module.ModuleVersionId}", // the foundation is no part of the digest
            $"{Environment.Version} {NumericEnvironment.Processor}", Path.GetFullPath(options.Cache), Path.GetFullPath(options.Reports));
        Append([.. folder.Experiments.Keys]);
        Append([.. folder.DataSets.Keys]);
        Append([.. options.Overrides]);
        Append([.. texts.SelectMany(text => new[] { text.Key, text.Value })]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source.ToString())));

        // Counts and lengths keep apart what would read alike.
        void Append(params string[] parts) =>
            source.AppendJoin("", parts.Select(part => $"{part.Length}:{part}")).Append($";{parts.Length}\n");
    }
}
