using Build.Options;
using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Plans;

namespace Build;

/// <summary>What was typed, as an immutable description.</summary>
public sealed class PipelineContext : FrostingContext
{
    /// <summary>The exit code of a run that had to leave out models, as their training diverged.</summary>
    public const int PartOfIt = 5;

    private readonly Lazy<ExperimentPipeline> pipeline;
    private readonly Lazy<IdleRun?> idleRun;

    public PipelineContext(ICakeContext context)
        : base(context)
    {
        CommandLineCheck.Check(Arguments);
        Options = new PipelineOptions
        {
            Root = RepositoryRoot.Find(),
            Experiment = PipelineArguments.Experiment.Read(this)!,
            Program = Advice.Run,
            Overrides = PipelineArguments.Set.ReadAll(this),
            VariantName = PipelineArguments.Name.Read(this),
            Only = PipelineArguments.Only.ReadAll(this),
            // Cake keeps it for itself.
            IsExclusive = System.Environment.GetCommandLineArgs().Any(arg => arg is "--exclusive" or "-e"),
            IsQuiet = Log.Verbosity == Verbosity.Quiet,
            Mirror = PipelineArguments.Mirror.Read(this),
            IsDataAskedFor = PipelineArguments.Target.ReadAll(this).Contains(nameof(Stage.Download), StringComparer.OrdinalIgnoreCase),
            Jobs = PipelineArguments.Jobs.Read(this),
            CacheFolder = PipelineArguments.Cache.Read(this) is { } cache ? Path.GetFullPath(cache) : null,
            ReportsFolder = PipelineArguments.Reports.Read(this) is { } reports ? Path.GetFullPath(reports) : null,
        };
        Executor = PipelineArguments.Executor.Read(this);
        IsWaiting = PipelineArguments.Wait.Read(this);
        TestNamespace = PipelineArguments.Tests.Read(this);
        BenchmarkParts = PipelineArguments.Part.ReadAll(this);
        BenchmarkSides = PipelineArguments.ComparedSides.Read(this)!;
        BenchmarkRounds = PipelineArguments.Rounds.Read(this);
        Against = PipelineArguments.Against.Read(this);
        From = PipelineArguments.From.Read(this);
        To = PipelineArguments.To.Read(this);
        FromExperiment = PipelineArguments.FromExperiment.Read(this);
        ToExperiment = PipelineArguments.ToExperiment.Read(this);
        Images = PipelineArguments.Image.ReadAll(this);
        ImageCollection = PipelineArguments.ImageCollection.Read(this);
        Artifact = PipelineArguments.Artifact.Read(this);
        Pictures = PipelineArguments.Pictures.Read(this);
        IsAcceptance = PipelineArguments.Accept.Read(this);
        Format = PipelineArguments.Format.Read(this);
        OutputFile = PipelineArguments.Output.Read(this);
        IsPlanOnly = PipelineArguments.Plan.Read(this);
        IsVerification = PipelineArguments.Verify.Read(this);
        pipeline = new(() => ExperimentPipeline.Open(OfExperiment with { OpenRemote = NamedRemote.Find(this) }));
        idleRun = new(() => IdleRun.Find(OfExperiment));
    }

    /// <summary>What the pipeline is asked for.</summary>
    public PipelineOptions Options { get; }

    /// <summary>Who runs the steps.</summary>
    public Executor Executor { get; }

    /// <summary>Whether to stay until all submitted steps have ended.</summary>
    public bool IsWaiting { get; }

    /// <summary>Namespace that the tests are narrowed to; null for all.</summary>
    public string? TestNamespace { get; }

    /// <summary>The parts that the benchmarks are narrowed to; none for the usual ones.</summary>
    public IReadOnlyList<string> BenchmarkParts { get; }

    /// <summary>The sides that the benchmarks compare, with commas between them.</summary>
    public string BenchmarkSides { get; }

    /// <summary>How often the benchmarks run each side of the comparison.</summary>
    public int BenchmarkRounds { get; }

    /// <summary>The revision that a difference is explained to; null for none.</summary>
    public string? Against { get; }

    /// <summary>
    /// The revision or folder that a report is compared with, or the folder, file or URL that a data set is made of; null where it was not
    /// typed.
    /// </summary>
    public string? From { get; }

    /// <summary>The revision or folder of the report that is compared; null for what is there.</summary>
    public string? To { get; }

    /// <summary>The experiment whose report is compared with; null for the same one.</summary>
    public string? FromExperiment { get; }

    /// <summary>The experiment whose report is compared; null for the same one.</summary>
    public string? ToExperiment { get; }

    /// <summary>Files of images that are classified.</summary>
    public IReadOnlyList<string> Images { get; }

    /// <summary>A folder or an IDX file whose images are classified; null for none.</summary>
    public string? ImageCollection { get; }

    /// <summary>The archive that a comment is made of; null for none.</summary>
    public string? Artifact { get; }

    /// <summary>The address of the folder with a comment's pictures; null where it has none.</summary>
    public string? Pictures { get; }

    /// <summary>Whether snapshots are accepted.</summary>
    public bool IsAcceptance { get; }

    /// <summary>How a plan or an explanation is printed.</summary>
    public OutputFormat Format { get; }

    /// <summary>The file or folder that is written to; null for the terminal, or the usual folder.</summary>
    public string? OutputFile { get; }

    /// <summary>Whether a plan is all that is asked for.</summary>
    public bool IsPlanOnly { get; }

    /// <summary>Whether every file of the store is to be read.</summary>
    public bool IsVerification { get; }

    /// <summary>The pipeline; the experiment is read when a task first asks for it.</summary>
    public ExperimentPipeline Pipeline => pipeline.Value;

    /// <summary>Does something with the pipeline; where a training came to nothing, the exit code tells.</summary>
    /// <param name="work">What is done.</param>
    public void Do(Action<ExperimentPipeline> work)
    {
        var known = Pipeline.Failures.Count;
        work(Pipeline);
        if (Pipeline.Failures.Count == known)
        {
            return;
        }

        System.Environment.ExitCode = PartOfIt;
        if (Options.IsQuiet)
        {
            Pipeline.LeftOut.Skip(known).ToList().ForEach(line => Log.Error("{0}", line));
        }
    }

    /// <summary>
    /// What the pipeline is asked for, with the settings of the variant where the experiment is named as one: <c>quickstart@longer</c>.
    /// </summary>
    /// <exception cref="InputException">A variant is named, and no setting is given that would make one.</exception>
    public PipelineOptions OfExperiment => Options switch
    {
        // The same option names a data set, elsewhere.
        { VariantName: not null, Overrides.Count: 0 } => throw new InputException(
            $"--{PipelineArguments.Name.Name} names the variant that --{PipelineArguments.Set.Name} makes, which was not given.\n"
            + $"Give one, such as --{PipelineArguments.Set.Name} training.epochs=8. Nothing has run."),
        { Overrides.Count: 0 } => Options.WithVariant(Options.Experiment) ?? Options,
        _ => Options,
    };

    /// <summary>What a run would do.</summary>
    public PipelinePlan Plan() => idleRun.Value?.Plan() ?? Pipeline.Plan();

    /// <summary>Runs a stage, or says what would run where a plan is all that is asked for.</summary>
    public void Run(Stage stage) => Advice.Give(this, () =>
    {
        if (IsPlanOnly)
        {
            Printing.Print(this, Pipeline.Plan(stage).ToTable());
        }
        else if (idleRun.Value is { } idle)
        {
            idle.Run(stage);
        }
        else if (Executor == Executor.Slurm)
        {
            SlurmRun.Submit(this, stage);
        }
        else
        {
            Do(pipeline => pipeline.Run(stage));
        }
    });
}
