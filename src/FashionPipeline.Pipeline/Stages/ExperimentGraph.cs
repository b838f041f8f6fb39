using FashionPipeline.Evaluation.Embedding;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Training;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>
/// What an experiment does, as a graph. This is the one place where stages meet: which takes what from which, and so in which order they
/// run, follows from the inputs that are named here.
/// </summary>
public static class ExperimentGraph
{
    /// <summary>The graph of an experiment.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="mirror">Folder or URL that is asked for published files first; null for none.</param>
    /// <param name="comparedWith">The metrics of the experiments that it is compared with; null for none.</param>
    public static StageGraph Of(Experiment experiment, string? mirror = null, IReadOnlyList<ComparedMetrics>? comparedWith = null)
    {
        List<StageNode> nodes =
        [
            .. experiment.DataSet.IsSynthetic ? [] : new[] { Download(experiment, mirror) },
            Preprocess(experiment),
            .. Runs(experiment).Select(run => Train(experiment, run.Model, run.Seed)),
            .. Runs(experiment).Select(run => Evaluate(experiment, run.Model, run.Seed)),
            Select(experiment),
            .. experiment.Embedding is { } options ? [Embed(options)] : Array.Empty<StageNode>(),
        ];
        return new StageGraph([.. nodes, Report(experiment, comparedWith ?? [], nodes)]);
    }

    private static IEnumerable<(ExperimentModel Model, ulong Seed)> Runs(Experiment experiment) =>
        experiment.Models.SelectMany(model => model.Seeds.Select(seed => (model, seed)));

    private static StageNode Download(Experiment experiment, string? mirror) => new()
    {
        Id = NodeNames.Download,
        Work = new DownloadStage { DataSet = experiment.DataSet, Mirror = mirror },
    };

    private static StageNode Preprocess(Experiment experiment) => new()
    {
        Id = NodeNames.Preprocess,
        Inputs = experiment.DataSet.Files.ToDictionary(file => PreprocessStage.InputOf(file.Role), file =>
            new NodeOutput(NodeNames.Download, file.Name)),
        Work = new PreprocessStage { DataSet = experiment.DataSet, Split = experiment.Validation },
    };

    private static StageNode Train(Experiment experiment, ExperimentModel model, ulong seed) => new()
    {
        Id = NodeNames.Train(model.Name, seed),
        Inputs = new Dictionary<string, NodeOutput>
        {
            [TrainStage.TrainInput] = new(NodeNames.Preprocess, PreprocessStage.Train),
            [TrainStage.ValidationInput] = new(
                NodeNames.Preprocess, experiment.Validation is null ? PreprocessStage.Test : PreprocessStage.Validation),
        },
        Work = new TrainStage { Network = model.Network, Options = Options(model, seed), Classes = experiment.DataSet.LabelNames.Count },
    };

    private static StageNode Evaluate(Experiment experiment, ExperimentModel model, ulong seed) => new()
    {
        Id = NodeNames.Evaluate(model.Name, seed),
        Inputs = new Dictionary<string, NodeOutput>
        {
            [EvaluateStage.TestInput] = new(NodeNames.Preprocess, PreprocessStage.Test),
            [EvaluateStage.WeightsInput] = new(NodeNames.Train(model.Name, seed), TrainStage.Weights),
        },
        Work = new EvaluateStage { Network = model.Network, Options = Options(model, seed), Classes = experiment.DataSet.LabelNames.Count },
    };

    private static StageNode Select(Experiment experiment) => new()
    {
        Id = NodeNames.Select,
        Inputs = Runs(experiment).ToDictionary(
            run => SelectStage.HistoryOf(run.Model.Name, run.Seed),
            run => new NodeOutput(NodeNames.Train(run.Model.Name, run.Seed), TrainStage.History)),
        Work = new SelectStage
        {
            Criterion = experiment.Selection,
            Models = [.. experiment.Models.Select(model => KeyValuePair.Create(model.Name, model.Seeds))],
        },
    };

    private static StageNode Embed(SpectralEmbeddingOptions options) => new()
    {
        Id = NodeNames.Embed,
        Inputs = new Dictionary<string, NodeOutput> { [EmbedStage.TestInput] = new(NodeNames.Preprocess, PreprocessStage.Test) },
        Work = new EmbedStage { Options = options },
    };

    // The report prints the digest of every artifact but the published files, which are data and no result.
    private static StageNode Report(
        Experiment experiment, IReadOnlyList<ComparedMetrics> comparedWith, IEnumerable<StageNode> nodes) => new()
    {
        Id = NodeNames.Report,
        Inputs = nodes.Where(node => !node.IsPublished)
            .SelectMany(node => node.Work.Outputs.Select(output => new NodeOutput(node.Id, output)))
            .ToDictionary(output => output.ToString()),
        Work = new ReportStage
        {
            Experiment = experiment,
            Software = PackageVersions.All,
            Steps = [.. nodes.Select(Reported)],
            ComparedWith = comparedWith,
        },
    };

    private static ReportedStep Reported(StageNode node) => new(node.Id)
    {
        Settings = [.. node.Work.Settings],
        Environment = node.Work.Environment,
        Inputs = [.. node.Inputs.Values.Select(input => input.ToString())],
        Outputs = node.Work.Outputs,
        Published = node.Work.Published,
    };

    private static TrainingOptions Options(ExperimentModel model, ulong seed) => model.Training with { Seed = seed, Scaling = model.Input };
}
