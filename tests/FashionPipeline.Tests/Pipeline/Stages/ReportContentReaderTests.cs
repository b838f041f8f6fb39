using FashionPipeline.Data.Splits;
using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Seeds;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Reporting.Content;

namespace FashionPipeline.Tests.Pipeline.Stages;

public sealed class ReportContentReaderTests
{
    [Fact]
    public void Should_number_models_and_order_runs_as_the_experiment_does()
    {
        var content = Read(Artifacts());

        Assert.Equal(["1 mlp", "2 raw"], content.Models.Select(model => $"{model.Number} {model.Name}"));
        Assert.All(content.Models, model => Assert.Equal([7UL, 8UL], model.Runs.Select(run => run.Seed)));
        Assert.Equal("raw", content.BestModel.Name);
    }

    [Fact]
    public void Should_say_in_words_what_a_model_is_given() =>
        Assert.Equal(["pixels / 255", "raw pixels, 0 to 255"], Read(Artifacts()).Models.Select(model => model.InputScaling));

    // 12 pixels and 3 classes: 12 * 3 weights and 3 biases.
    [Fact]
    public void Should_list_layers_with_shapes_and_parameters() =>
        Assert.Equal(
            [
                ("flatten", "Flatten", "(None, 12)", 0, ""),
                ("dense", "Dense", "(None, 3)", 39, "3 units, linear, Glorot uniform"),
            ],
            Read(Artifacts()).Models[0].Layers.Select(layer =>
                (layer.Name, layer.Kind, layer.OutputShape, layer.Parameters, layer.Words)));

    [Fact]
    public void Should_take_history_and_predictions_from_the_node_of_the_run()
    {
        var run = Read(Artifacts()).Models[1].Runs[1];

        Assert.Equal((2, 0.8), (run.LastEpoch.Epoch, run.LastEpoch.Accuracy));
        Assert.Equal(SmallExperiment.Test.Labels, run.Predictions.Labels);
    }

    [Fact]
    public void Should_have_no_embedding_where_the_experiment_asks_for_none() => Assert.Null(Read(Artifacts()).Embedding);

    [Fact]
    public void Should_name_the_predictions_that_are_damaged()
    {
        var artifacts = Artifacts();
        artifacts["evaluate/raw/8/predictions.parquet"] = [1, 2, 3];

        var fault = Assert.Throws<InputException>(() => Read(artifacts));

        Assert.StartsWith(
            "evaluate/raw/8/predictions.parquet does not hold a model's predictions.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_read_the_images_that_were_set_aside_where_the_experiment_asks_for_them()
    {
        var artifacts = Artifacts();
        artifacts["preprocess/validation.parquet"] = SmallExperiment.Parquet(SmallExperiment.Test);

        var content = Read(artifacts, SmallExperiment.Experiment with { Validation = new ValidationOptions { Fraction = 0.25, Seed = 3 } });

        Assert.Equal(SmallExperiment.Test.Labels, content.Data.Validation!.Labels);
        Assert.Contains(new("validation.fraction", "0.25"), content.Provenance.Settings);
        Assert.Contains(new("validation.seed", "3"), content.Provenance.Settings);
        Assert.Null(Read(Artifacts()).Data.Validation);
    }

    // Another encoder, or another version of it, packs the same images and predictions otherwise.
    [Fact]
    public void Should_name_Parquet_files_by_what_they_hold_and_others_by_their_bytes()
    {
        var artifacts = Artifacts();

        var named = Read(artifacts).Provenance.Artifacts.ToDictionary(row => row.Name, row => row.Value);

        Assert.Equal(artifacts.Keys.Order(StringComparer.Ordinal), named.Keys);
        Assert.Equal(SmallExperiment.Test.ContentDigest(), named["preprocess/test.parquet"]);
        Assert.Equal(SmallExperiment.Train.ContentDigest(), named["preprocess/train.parquet"]);
        Assert.Equal(
            PredictionParquet.Read(artifacts["evaluate/mlp/7/predictions.parquet"], "").ContentDigest(),
            named["evaluate/mlp/7/predictions.parquet"]);
        Assert.Equal(Artifact.Of(artifacts["train/mlp/7/history.json"]).Sha256, named["train/mlp/7/history.json"]);
    }

    // Both models are always right, with either seed.
    [Fact]
    public void Should_set_the_first_seed_beside_all_seeds_of_its_own_where_there_are_several()
    {
        var comparison = Assert.Single(Read(Artifacts()).SeedComparisons);

        Assert.Equal((SmallExperiment.Experiment.Name, 7UL), (comparison.Source, comparison.Seed));
        Assert.All(comparison.Models, model => Assert.Equal((1, 2), (model.Rank, model.All.Runs.Count)));
        Assert.Empty(Read(Artifacts(), SmallExperiment.WithSeeds(8)).SeedComparisons);
    }

    // Model raw is a candidate, with one seed.
    [Fact]
    public void Should_set_a_seed_beside_those_of_the_models_that_have_several()
    {
        var models = SmallExperiment.Experiment.Models;

        var comparison = Assert.Single(Read(Artifacts(), SmallExperiment.Experiment with
        {
            Models = [models[0], models[1] with { Seeds = [7] }],
        }).SeedComparisons);

        Assert.Equal("mlp", Assert.Single(comparison.Models).All.Model);
        Assert.Empty(comparison.LeftOut);
    }

    [Fact]
    public void Should_set_it_beside_the_seeds_of_another_experiment_and_name_its_metrics()
    {
        var own = Read(Artifacts()).Models.Select(model => SeedRuns.Of(model.Findings)).ToList();
        var metrics = new ComparedMetrics("other", "/reports/other/metrics.json", new Artifact(new string('e', 64), 1), own);

        var content = Read(Artifacts(), SmallExperiment.WithSeeds(8), [metrics]);

        Assert.Equal(("other", 8UL), (Assert.Single(content.SeedComparisons).Source, content.SeedComparisons[0].Seed));
        Assert.Equal(2, content.SeedComparisons[0].Models.Count);
        Assert.Equal(new ProvenanceRow("reports/other/metrics.json", new string('e', 64)), content.Provenance.Artifacts[^1]);
    }

    private static ReportContent Read(
        Dictionary<string, byte[]> artifacts, Experiment? experiment = null, IReadOnlyList<ComparedMetrics>? comparedWith = null) =>
        new ReportContentReader(
            experiment ?? SmallExperiment.Experiment,
            [],
            comparedWith ?? [],
            new StageInputs("report", artifacts.ToDictionary(file => file.Key, file => Artifact.Of(file.Value)), name => artifacts[name]))
        .Read();

    // Every model is always right.
    private static Dictionary<string, byte[]> Artifacts()
    {
        var test = SmallExperiment.Test;
        var predictions = new Predictions
        {
            Classes = 3,
            Labels = test.Labels,
            Probabilities = [.. test.Labels.SelectMany(label => Enumerable.Range(0, 3).Select(c => c == label ? 1f : 0))],
        };
        var confusion = ConfusionMatrix.Of(predictions);
        using var parquet = new MemoryStream();
        PredictionParquet.WriteAsync(predictions, parquet).GetAwaiter().GetResult();
        var candidates = new[] { new Candidate("mlp", 0.9, 0.7, 0.5), new Candidate("raw", 0.8, 0.75, 0.5) };
        var artifacts = new Dictionary<string, byte[]>
        {
            ["preprocess/train.parquet"] = SmallExperiment.Parquet(SmallExperiment.Train),
            ["preprocess/test.parquet"] = SmallExperiment.Parquet(test),
            ["select/selection.json"] = CanonicalJson.Write(ModelSelection.Select(SelectionCriterion.ValidationAccuracy, candidates)),
        };
        foreach (var run in new[] { "mlp/7", "mlp/8", "raw/7", "raw/8" })
        {
            artifacts[$"train/{run}/history.json"] = SmallExperiment.History(
                run.StartsWith("mlp", StringComparison.Ordinal) ? 0.9 : 0.8, 0.7);
            artifacts[$"evaluate/{run}/predictions.parquet"] = parquet.ToArray();
            artifacts[$"evaluate/{run}/confusion.json"] = CanonicalJson.Write(confusion);
            artifacts[$"evaluate/{run}/classification.json"] = CanonicalJson.Write(ClassificationReport.Of(confusion));
        }

        return artifacts;
    }
}
