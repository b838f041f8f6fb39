using FashionPipeline.Data;
using FashionPipeline.Data.Download;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline;

/// <summary>
/// The pipeline of one experiment: which stage takes what from which. Each result is made once in the life of this value;
/// a stage that is asked for first asks for what it needs.
/// </summary>
public sealed class ExperimentPipeline : IDisposable
{
    private readonly PipelineOptions options;
    private readonly Display display = new();
    private readonly RunLog log = new();
    private readonly Lazy<Experiment> experiment;
    private readonly Lazy<FolderLock> folderLock;
    private readonly Lazy<BlobStore> blobs;
    private readonly Lazy<StageRunner> runner;
    private readonly Lazy<IReadOnlyList<DownloadedFile>> downloaded;
    private readonly Lazy<StageRecord> preprocessed;
    private readonly Lazy<DataSplits> data;
    private readonly Lazy<IReadOnlyDictionary<(string Model, ulong Seed), StageRecord>> trained;
    private readonly Lazy<IReadOnlyDictionary<(string Model, ulong Seed), StageRecord>> evaluated;
    private readonly Lazy<StageRecord> selected;
    private readonly Lazy<StageRecord?> embedded;
    private readonly Lazy<StageRecord> reported;

    /// <param name="options">What was asked for. Nothing is read or written before a stage is run.</param>
    public ExperimentPipeline(PipelineOptions options)
    {
        this.options = options;
        experiment = new(() => ExperimentLoader.Load(options.Experiment, options.Overrides, Path.Combine(options.Root, "experiments")));
        folderLock = new(() => FolderLock.Take(options.Cache, display.Line));
        blobs = new(() => new BlobStore(options.Cache));
        runner = new(() => new StageRunner(blobs.Value, new RecordStore(options.Cache, Experiment.Name), display, log));
        downloaded = new(() => log.Time("download", Download));
        preprocessed = new(() => runner.Value.Run(PreprocessStage.Of(Experiment.DataSet, () => downloaded.Value)));
        data = new(() => PreprocessStage.Read(preprocessed.Value, blobs.Value));
        trained = new(Train);
        evaluated = new(Evaluate);
        selected = new(() => runner.Value.Run(SelectStage.Of(Experiment, (model, seed) => trained.Value[(model.Name, seed)], blobs.Value)));
        embedded = new(() => Experiment.Embedding is { } embedding
            ? runner.Value.Run(EmbedStage.Of(embedding, preprocessed.Value, () => data.Value))
            : null);
        reported = new(Report);
    }

    private Experiment Experiment => experiment.Value;

    private IEnumerable<(ExperimentModel Model, ulong Seed)> Runs =>
        Experiment.Models.SelectMany(model => Experiment.Seeds.Select(seed => (model, seed)));

    /// <summary>Runs one stage, or takes its results from the store where nothing that they depend on has changed.</summary>
    /// <param name="stage">The stage.</param>
    /// <exception cref="InputException">The experiment or its data is at fault; the message is for the user.</exception>
    public void Run(Stage stage)
    {
        _ = Experiment; // a faulty experiment leaves no store behind
        try
        {
            _ = folderLock.Value;
            _ = stage switch
            {
                Stage.Download => (object)downloaded.Value,
                Stage.Preprocess => preprocessed.Value,
                Stage.Train => trained.Value,
                Stage.Evaluate => evaluated.Value,
                Stage.Select => selected.Value,
                Stage.Embed => embedded.Value!,
                Stage.Report => reported.Value,
                _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage."),
            };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"{stage} cannot read or write a file: {fault.Message}\nThe store is in {options.Cache}, the reports are in {options.Reports}.\n"
                + "Make room or make them writable, or name others: FASHION_PIPELINE_CACHE=FOLDER FASHION_PIPELINE_REPORTS=FOLDER ./build.sh ...", fault);
        }
    }

    /// <summary>Lets go of the store.</summary>
    public void Dispose()
    {
        if (folderLock.IsValueCreated)
        {
            folderLock.Value.Dispose();
        }
    }

    private IReadOnlyList<DownloadedFile> Download() =>
        DownloadStage.Run(Experiment.DataSet, new DownloadOptions { CacheFolder = Path.Combine(options.Cache, "data"), Mirror = options.Mirror }, display);

    private IReadOnlyDictionary<(string Model, ulong Seed), StageRecord> Train()
    {
        var input = preprocessed.Value;
        var checkpoints = Path.Combine(options.Cache, "checkpoints");
        var tasks = Runs.Select(run => (run.Model.Name, run.Seed, Task: TrainStage.Of(
            Experiment, run.Model, run.Seed, input, () => data.Value, checkpoints, display))).ToList();
        var records = new StageRecord[tasks.Count];
        display.WithBars(() => Parallel.For(
            0, tasks.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Jobs }, index => records[index] = runner.Value.Run(tasks[index].Task)));
        return tasks.Zip(records).ToDictionary(pair => (pair.First.Name, pair.First.Seed), pair => pair.Second);
    }

    private IReadOnlyDictionary<(string Model, ulong Seed), StageRecord> Evaluate() => Runs.ToDictionary(
        run => (run.Model.Name, run.Seed),
        run => runner.Value.Run(EvaluateStage.Of(
            Experiment, run.Model, run.Seed, preprocessed.Value, trained.Value[(run.Model.Name, run.Seed)], blobs.Value, () => data.Value)));

    private StageRecord Report()
    {
        var results = new ExperimentResults
        {
            Experiment = Experiment,
            Preprocessed = preprocessed.Value,
            Trained = trained.Value,
            Evaluated = evaluated.Value,
            Selected = selected.Value,
            Embedded = embedded.Value,
        };
        var record = runner.Value.Run(ReportStage.Of(results, blobs.Value, () => data.Value));
        var folder = Path.Combine(options.Reports, Experiment.Name);
        ReportStage.LayOut(record, blobs.Value, folder);
        new PipelineLock(Experiment.Name, [.. results.All, record]).Write(folder);
        log.Write(folder);
        display.Line($"Report: {Path.Combine(folder, "report.pdf")}");
        return record;
    }
}
