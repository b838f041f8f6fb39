using FashionPipeline.Data;
using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Embedding;
using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Seeds;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Content;

namespace FashionPipeline.Tests.Reporting;

/// <summary>Report contents made by hand: ten classes, two models, twenty test images of each class.</summary>
internal static class SampleReport
{
    public const int ImagesAClass = 20;

    private const int TrainingImages = 30;

    public static readonly string[] Names =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    /// <summary>
    /// The second model is the best; 7 of its pullovers are taken for coats, 3 of its coats for pullovers, 1 of its bags for a shirt.
    /// </summary>
    public static ReportContent Create(bool synthetic = false, bool mistakes = true)
    {
        Func<int, byte?> mistake = mistakes ? Mistakes : _ => null;
        var test = Images(ImagesAClass * Names.Length, i => (byte)(i % Names.Length));
        var models = new[]
        {
            Model(1, "mlp", "Model 1: ReLU activations", "pixels / 255", Run(12345, 0.91, test.Labels, Names.Length, mistake)),
            Model(2, "cnn", "Model 2: convolutions", "raw pixels, 0 to 255", Run(12345, 0.93, test.Labels, Names.Length, mistake)),
        };
        var selection = new SelectionResult(
            SelectionCriterion.TrainingPlusValidationAccuracy,
            "cnn",
            [
                new(SelectionCriterion.TrainingPlusValidationAccuracy, "cnn", 1.84),
                new(SelectionCriterion.ValidationAccuracy, "cnn", 0.91),
                new(SelectionCriterion.TrainingAccuracy, "cnn", 0.93),
                new(SelectionCriterion.ValidationLoss, "mlp", 0.3),
                new(SelectionCriterion.GeneralisationGap, "mlp", 0.02),
            ]);
        var train = Images(TrainingImages, i => (byte)((i + 9) % 10));
        return new ReportContent
        {
            Experiment = "sample",
            Title = "Sample experiment",
            Description = "Two models, compared.",
            DataSet = new DataSet
            {
                Name = "sample",
                Title = "Sample-MNIST",
                Licence = "MIT licence, nobody",
                Height = 28,
                Width = 28,
                LabelNames = Names,
                Synthetic = synthetic ? new SyntheticOptions() : null,
            },
            Data = new DataSplits(train, test),
            Models = models,
            Findings = Findings.Of([.. models.Select(model => model.Findings)], selection, train),
            Embedding = Embed(test.Labels, Names.Length),
            Published = new PublishedResults
            {
                Citation = "A post of 2021",
                Models = [new("mlp", 669706, 0.887, 0.8651), new("cnn", 600810, 0.8839, 0.8705)],
                BestModel = "cnn",
                LabelCorrect = [0.784, 0.964, 0.681, 0.899, 0.848, 0.96, 0.651, 0.974, 0.979, 0.965],
                Confusion = [.. Enumerable.Range(0, 100).Select(i => i / 10 == i % 10 ? ImagesAClass : 0)],
            },
            Provenance = new ProvenanceContent
            {
                Data = [new("train-images-idx3-ubyte.gz", new string('a', 64)), new("train-labels-idx1-ubyte.gz", new string('b', 64))],
                Artifacts = [new("train/mlp/12345/weights", new string('c', 64)), new("train/cnn/12345/weights", new string('d', 64))],
                Settings = [new("training.epochs", "5")],
                Software = [new("TorchSharp", "0.107.0")],
                Steps =
                [
                    new("train/mlp/12345")
                    {
                        Settings = [new("training.epochs", "5")],
                        Environment = "portable",
                        Outputs = [new("train/mlp/12345/weights", new string('c', 64), 7)],
                    },
                    new("train/cnn/12345")
                    {
                        Settings = [new("training.epochs", "5")],
                        Environment = "portable",
                        Outputs = [new("train/cnn/12345/weights", new string('d', 64), 8)],
                    },
                    new("report") { Inputs = ["train/mlp/12345/weights", "train/cnn/12345/weights", "reports/other/metrics.json"] },
                ],
                Given = [new("reports/other/metrics.json", new string('e', 64), 9)],
            },
        };
    }

    /// <summary>The content with a validation set of 10 images.</summary>
    public static ReportContent WithValidationSet(ReportContent content) =>
        content with { Data = content.Data with { Validation = Images(10, i => (byte)i) } };

    /// <summary>As <see cref="Create"/>, but the first model takes every dress for a shirt besides.</summary>
    public static ReportContent CreateWithWorseFirstModel()
    {
        var content = Create();
        var run = Run(12345, 0.91, content.Data.Test.Labels, Names.Length, image => image % 10 == 3 ? (byte)6 : Mistakes(image));
        return WithModels(content, [WithRuns(content.Models[0], [run]), content.Models[1]]);
    }

    /// <summary>The content with other models, and what is said of them.</summary>
    /// <param name="content">The content.</param>
    /// <param name="models">Its models.</param>
    /// <param name="selection">The selection among them; null for the one that there was.</param>
    public static ReportContent WithModels(
        ReportContent content, IReadOnlyList<ModelContent> models, SelectionResult? selection = null) => content with
    {
        Models = models,
        Findings = Findings.Of(
            [.. models.Select(model => model.Findings)],
            selection ?? content.Findings.Selection,
            content.Data.Train,
            variants: models.Where(model => model.Variation is { IsOfSweep: false }).Select(model => (model.Variation!.Of, model.Name))),
    };

    /// <summary>The content, its best model chosen by another criterion.</summary>
    public static ReportContent WithCriterion(ReportContent content, SelectionCriterion criterion) =>
        WithModels(content, content.Models, content.Findings.Selection with { Criterion = criterion });

    /// <summary>The model with other runs.</summary>
    public static ModelContent WithRuns(ModelContent model, IReadOnlyList<RunFindings> runs) =>
        model with { Findings = ModelFindings.Of(model.Name, runs) };

    /// <summary>The content with every run of every model changed.</summary>
    public static ReportContent ChangeRuns(ReportContent content, Func<RunFindings, RunFindings> change) =>
        WithModels(content, [.. content.Models.Select(model => WithRuns(model, [.. model.Runs.Select(change)]))]);

    /// <summary>
    /// As <see cref="Create"/>, but every prediction has the given probability. What is left goes to the class two before the predicted
    /// one: of pullovers taken for coats, to the true one.
    /// </summary>
    public static ReportContent CreateWithConfidence(float confidence) => ChangeRuns(Create(), run =>
    {
        var probabilities = run.Predictions.Probabilities.ToArray();
        var classes = run.Predictions.Classes;
        for (var i = 0; i < run.Predictions.Count; i++)
        {
            var predicted = run.Predictions.PredictedLabels[i];
            probabilities[(i * classes) + predicted] = confidence;
            probabilities[(i * classes) + ((predicted + classes - 2) % classes)] = 1 - confidence;
        }

        var predictions = run.Predictions with { Probabilities = probabilities };
        return RunFindings.Of(
            run.Seed, run.History, run.TrainingImages, run.ValidationImages, predictions, run.Confusion, run.Classification);
    });

    /// <summary>
    /// As <see cref="Create"/>, but with three seeds: accuracies rise by 0.01 from one to the next, and the last one makes no mistake.
    /// </summary>
    public static ReportContent CreateWithSeeds()
    {
        var content = Create();
        var labels = content.Data.Test.Labels;
        return WithModels(content, [WithRuns(content.Models[0], Runs(0.91)), WithRuns(content.Models[1], Runs(0.93))]);

        RunFindings[] Runs(double accuracy) =>
        [
            Run(1, accuracy, labels, Names.Length, Mistakes),
            Run(2, accuracy + 0.01, labels, Names.Length, Mistakes),
            Run(3, accuracy + 0.02, labels, Names.Length, _ => null),
        ];
    }

    /// <summary>
    /// The content, seed 12345 of which is set beside three seeds of the experiment 'sample-seeds'. Model 1 has 0.945, 0.92 and 0.93,
    /// model 2 has 0.945, 0.935 and 0.94; by the rule, model 1 wins with seed 2.
    /// </summary>
    public static ReportContent WithSeedComparison(ReportContent content) => content with
    {
        SeedComparisons =
        [
            SeedComparison.Of("sample-seeds", [Others(content.Models[0], 0.92, 0.93), Others(content.Models[1], 0.935, 0.91, 0.94)],
                content.Findings),
        ],
    };

    // Seeds 1 and 2 beside the first: with these test accuracies, and validation accuracies of the same value but for that of seed 2.
    private static SeedRuns Others(ModelContent model, double first, double second, double? test = null)
    {
        var own = SeedRun.Of(model.FirstRun);
        return new(model.Name, [own, Other(1, first, first), Other(2, second, test ?? second)]);

        static SeedRun Other(ulong seed, double validation, double test) => new(seed, test, [new(1, 0.5, 0.9, 0.5, validation)]);
    }

    /// <summary>
    /// A report of any number of models and classes, whose names are long; each model takes the first class for the second.
    /// </summary>
    public static ReportContent CreateLarge(int models, int classes)
    {
        var test = Images(5 * classes, i => (byte)(i % classes));
        ModelContent[] contents =
        [
            .. Enumerable.Range(1, models).Select(number => Model(
                number,
                FormattableString.Invariant($"a-model-with-a-rather-long-name-{number}"),
                FormattableString.Invariant($"Model {number}: a title that does not end where others would"),
                "pixels / 255",
                Run(12345, 0.8 + (0.01 * number), test.Labels, classes, image => image % classes == 0 ? (byte)1 : null))),
        ];
        var content = Create();
        content = content with
        {
            DataSet = content.DataSet with
            {
                LabelNames =
                [
                    .. Enumerable.Range(0, classes)
                        .Select(label => FormattableString.Invariant($"Garment with an extraordinarily long name, number {label}")),
                ],
            },
            Data = new DataSplits(Images(2 * classes, i => (byte)(i % classes)), test),
            Embedding = Embed(test.Labels, classes),
            Published = null,
        };
        Candidate[] candidates = [.. contents.Select(model => model.Findings.LastFigures)];
        return WithModels(content, contents, ModelSelection.Select(SelectionCriterion.ValidationAccuracy, candidates));
    }

    // Image i is the (i / 10)th of class i % 10.
    private static byte? Mistakes(int image) => (image % 10, image / 10) switch
    {
        (2, < 7) => 4,
        (4, < 3) => 2,
        (8, 0) => 6,
        _ => null,
    };

    private static LabelledImages Images(int count, Func<int, byte> label)
    {
        var pixels = new byte[count * 784];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = (i % 28, i / 28 % 28);
            pixels[i] = x is > 5 and < 22 && y > 2 * label(i / 784) ? (byte)((x * 9) + y) : (byte)0;
        }

        return new LabelledImages { Height = 28, Width = 28, Pixels = pixels, Labels = [.. Enumerable.Range(0, count).Select(label)] };
    }

    private static ModelContent Model(int number, string name, string title, string scaling, RunFindings run) => new()
    {
        Name = name,
        Number = number,
        Title = title,
        InputScaling = scaling,
        Training = "Adam minimises the cross-entropy of the softmax output.",
        Layers =
        [
            new("dense", "Dense", "(None, 512)", 401920),
            new("dropout", "Dropout", "(None, 512)", 0) { Settings = [new("rate", "0.15", "rate 0.15")] },
            new("dense_1", "Dense", "(None, 10)", 5130),
        ],
        Findings = ModelFindings.Of(name, [run]),
    };

    // Every prediction has the probability 1.
    private static RunFindings Run(ulong seed, double accuracy, byte[] labels, int classes, Func<int, byte?> mistakes)
    {
        var probabilities = new float[labels.Length * classes];
        for (var i = 0; i < labels.Length; i++)
        {
            probabilities[(i * classes) + (mistakes(i) ?? labels[i])] = 1;
        }

        var predictions = new Predictions { Classes = classes, Probabilities = probabilities, Labels = labels };
        var confusion = ConfusionMatrix.Of(predictions);
        return RunFindings.Of(
            seed,
            [
                .. Enumerable.Range(1, 5).Select(epoch => new EpochFigures(
                    epoch, 1.0 / epoch, accuracy - (0.1 / epoch) + 0.02, 1.1 / epoch, accuracy - (0.08 / epoch))),
            ],
            TrainingImages,
            labels.Length,
            predictions,
            confusion,
            ClassificationReport.Of(confusion));
    }

    private static EmbeddingContent Embed(byte[] labels, int classes) => EmbeddingContent.Of(
        new SpectralEmbeddingOptions(),
        new SpectralEmbeddingResult
        {
            Dimensions = 2,
            Coordinates =
            [
                .. labels.SelectMany((label, i) => new[]
                {
                    (label / 100.0) + (i * i % 17 / 1000.0),
                    ((9 - label) * label / 300.0) + (i * i % 23 / 1000.0),
                }),
            ],
            Eigenvalues = [0, 0.00110758382, 0.00298460023],
            Components = 1,
            NonZeros = 1502,
            LargestResidual = 1e-13,
        },
        labels,
        classes);
}
