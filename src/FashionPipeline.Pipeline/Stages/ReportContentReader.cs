using FashionPipeline.Data;
using FashionPipeline.Data.Parquet;
using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Embedding;
using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Seeds;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Experiments.Texts;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Training;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Loop;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>Reads the artifacts of all stages, each an input by node and name, into the value that the report is rendered from.</summary>
/// <param name="experiment">The experiment.</param>
/// <param name="software">Packages and versions that it names.</param>
/// <param name="comparedWith">The metrics of the experiments that it is compared with.</param>
/// <param name="inputs">The artifacts.</param>
internal sealed class ReportContentReader(
    Experiment experiment,
    IEnumerable<KeyValuePair<string, string>> software,
    IReadOnlyList<ComparedMetrics> comparedWith,
    StageInputs inputs)
{
    private const int AugmentedEpochs = 4;

    private static readonly IReadOnlyList<SettingWords> Projection =
        [new("input", "block", "of the block's input"), new("kernel", "1 × 1", "1 × 1 kernel")];

    // Of what is packed by a library's native code, by input: the digests of what it holds.
    private readonly Dictionary<string, string> contents = new(StringComparer.Ordinal);

    /// <summary>The report's content.</summary>
    public ReportContent Read()
    {
        var data = new DataSplits(Images(PreprocessStage.Train), Images(PreprocessStage.Test))
        {
            Validation = experiment.Validation is null ? null : Images(PreprocessStage.Validation),
        };
        var findings = Findings.Of(
            [.. experiment.Models.Select(model =>
                ModelFindings.Of(model.Name, [.. model.Seeds.Select(seed => Run(model.Name, seed, data))]))],
            Json<SelectionResult>($"{NodeNames.Select}/{SelectStage.Selection}"),
            data.Train,
            experiment.Baselines,
            experiment.Models.Where(model => model.Variation is { IsOfSweep: false })
                .Select(model => (model.Variation!.Of, model.Name)));
        return new ReportContent
        {
            Experiment = experiment.Name,
            Title = experiment.Title,
            Description = experiment.Description,
            Attribution = experiment.Attribution,
            DataSet = experiment.DataSet,
            Data = data,
            FailedRuns = experiment.FailedRuns,
            Models = [.. experiment.Models.Select((model, index) => Model(model, index + 1, findings.Models[index]))],
            Findings = findings,
            Augmented = Augmented(data.Train, findings.Samples),
            SeedComparisons =
            [
                .. OwnSeeds(findings),
                .. comparedWith.Select(metrics => SeedComparison.Of(metrics.Experiment, metrics.Models, findings)),
            ],
            Embedding = experiment.Embedding is { } options
                ? EmbeddingContent.Of(options, Json<SpectralEmbeddingResult>($"{NodeNames.Embed}/{EmbedStage.Embedding}"),
                    data.Test.Labels, experiment.DataSet.LabelNames.Count)
                : null,
            Published = experiment.Published,
            Provenance = ReportProvenance.Of(experiment, software, comparedWith, inputs.All, contents),
        };
    }

    private ModelContent Model(ExperimentModel model, int number, ModelFindings findings) => new()
    {
        Name = model.Name,
        Title = model.Title,
        Number = number,
        InputScaling = model.Input == InputScaling.Unit ? "pixels / 255" : "raw pixels, 0 to 255",
        EndsAtBest = model.Training.Patience > 0,
        Training = TrainingWords.Of(model.Training, model.Network.IsFlippedInTest),
        Layers = [.. Rows(NetworkSummary.Of(model.Network, experiment.DataSet.Shape), model.Network.Layers, depth: 0)],
        Findings = findings,
        Variation = model.Variation,
    };

    // A shortcut's projection has a row, and is no layer of an experiment.
    private static IEnumerable<LayerRow> Rows(IReadOnlyList<LayerSummary> rows, IReadOnlyList<Layer> layers, int depth) =>
        rows.Index().SelectMany(row =>
        {
            var (index, summary) = row;
            var layer = index < layers.Count ? layers[index] : null;
            var own = new LayerRow(
                summary.Name,
                summary.Kind,
                $"(None, {string.Join(", ", summary.OutputShape)})",
                summary.Parameters - summary.Inner.Sum(inner => inner.Parameters))
            {
                NonTrainable = summary.NonTrainable - summary.Inner.Sum(inner => inner.NonTrainable),
                Settings = layer is null ? Projection : LayerWords.Of(layer),
                Depth = depth,
            };
            var inner = layer?.Values.Select(setting => setting.Value).OfType<IReadOnlyList<Layer>>().FirstOrDefault() ?? [];
            return Rows(summary.Inner, inner, depth + 1).Prepend(own);
        });

    // Of models with one seed there is nothing to say.
    private IEnumerable<SeedComparison> OwnSeeds(Findings findings) =>
        findings.Models.Where(model => model.Runs.Count > 1).ToList() is { Count: > 0 } several
            ? [SeedComparison.Of(experiment.Name, [.. several.Select(SeedRuns.Of)], findings with { Models = several })]
            : [];

    private AugmentedContent? Augmented(LabelledImages train, IReadOnlyList<int> samples)
    {
        if (experiment.Models.FirstOrDefault(model => AugmentedImages.Has(model.Network)) is not { } model)
        {
            return null;
        }

        var options = model.Training with { Seed = model.Seeds[0] };
        return new AugmentedContent(model.Name, options.Seed,
            [.. Enumerable.Range(1, AugmentedEpochs).Select(epoch => AugmentedImages.Of(model.Network, options, train, samples, epoch))]);
    }

    private RunFindings Run(string model, ulong seed, DataSplits data)
    {
        var evaluated = NodeNames.Evaluate(model, seed);
        return RunFindings.Of(
            seed,
            [
                .. Json<List<EpochMetrics>>($"{NodeNames.Train(model, seed)}/{TrainStage.History}")
                    .Select(epoch =>
                        new EpochFigures(epoch.Epoch, epoch.Loss, epoch.Accuracy, epoch.ValidationLoss, epoch.ValidationAccuracy)),
            ],
            data.Train.Count,
            (data.Validation ?? data.Test).Count,
            Predictions($"{evaluated}/{EvaluateStage.Predictions}"),
            Json<ConfusionMatrix>($"{evaluated}/{EvaluateStage.Confusion}"),
            Json<ClassificationReport>($"{evaluated}/{EvaluateStage.Classification}"));
    }

    private LabelledImages Images(string output)
    {
        var input = $"{NodeNames.Preprocess}/{output}";
        var images = ImageParquet.Read(inputs.Read(input));
        contents[input] = images.ContentDigest();
        return images;
    }

    private Predictions Predictions(string input)
    {
        var predictions = PredictionParquet.Read(inputs.Read(input), input);
        contents[input] = predictions.ContentDigest();
        return predictions;
    }

    private T Json<T>(string input) => CanonicalJson.Read<T>(inputs.Read(input));
}
