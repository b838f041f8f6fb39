using FashionPipeline.Data;
using FashionPipeline.Data.Synthetic;
using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Embedding;
using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Reporting;

namespace FashionPipeline.Tests.Reporting;

/// <summary>Report contents made by hand: ten classes, two models, twenty test images of each class.</summary>
internal static class SampleReport
{
    public const int ImagesAClass = 20;

    public static readonly string[] Names = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    /// <summary>The second model is the best; 7 of its pullovers are taken for coats, 3 of its coats for pullovers, 1 of its bags for a shirt.</summary>
    public static ReportContent Create(bool synthetic = false, bool mistakes = true)
    {
        var test = Images(ImagesAClass * Names.Length, i => (byte)(i % Names.Length));
        var models = new[]
        {
            Model(1, "mlp", "Model 1: ReLU activations", "pixels / 255", 0.91, test.Labels, mistakes ? Mistakes : _ => null),
            Model(2, "cnn", "Model 2: convolutions", "raw pixels, 0 to 255", 0.93, test.Labels, mistakes ? Mistakes : _ => null),
        };
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
            Data = new DataSplits(Images(30, i => (byte)((i + 9) % 10)), test),
            Models = models,
            Selection = new SelectionResult(
                SelectionCriterion.TrainingPlusValidationAccuracy,
                "cnn",
                [
                    new(SelectionCriterion.TrainingPlusValidationAccuracy, "cnn", 1.84),
                    new(SelectionCriterion.ValidationAccuracy, "cnn", 0.91),
                    new(SelectionCriterion.TrainingAccuracy, "cnn", 0.93),
                    new(SelectionCriterion.ValidationLoss, "mlp", 0.3),
                    new(SelectionCriterion.GeneralisationGap, "mlp", 0.02),
                ]),
            Embedding = Embed(test.Labels),
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
                Software = [new("training.epochs", "5"), new("TorchSharp", "0.107.0")],
            },
        };
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

    private static ModelContent Model(int number, string name, string title, string scaling, double accuracy, byte[] labels, Func<int, byte?> mistakes)
    {
        byte[] predicted = [.. labels.Select((label, i) => mistakes(i) ?? label)];
        var counts = new int[100];
        var probabilities = new float[labels.Length * 10];
        for (var i = 0; i < labels.Length; i++)
        {
            counts[(labels[i] * 10) + predicted[i]]++;
            probabilities[(i * 10) + predicted[i]] = 1;
        }

        return new ModelContent
        {
            Name = name,
            Number = number,
            Title = title,
            InputScaling = scaling,
            Layers = [new("dense", "Dense", "(None, 512)", 401920), new("dropout", "Dropout", "(None, 512)", 0), new("dense_1", "Dense", "(None, 10)", 5130)],
            Runs =
            [
                new RunContent
                {
                    Seed = 12345,
                    History = [.. Enumerable.Range(1, 5).Select(epoch => new EpochRow(epoch, 1.0 / epoch, accuracy - (0.1 / epoch) + 0.02, 1.1 / epoch, accuracy - (0.08 / epoch)))],
                    Predictions = new Predictions { Classes = 10, Probabilities = probabilities, Labels = labels },
                    Confusion = new ConfusionMatrix { Classes = 10, Counts = counts },
                    Classification = Report(counts, labels.Length),
                },
            ],
        };
    }

    private static ClassificationReport Report(int[] counts, int total)
    {
        ClassScores Scores(int label)
        {
            double correct = counts[(label * 10) + label];
            var precision = correct / Enumerable.Range(0, 10).Sum(truth => counts[(truth * 10) + label]);
            var recall = correct / ImagesAClass;
            return new ClassScores { Precision = precision, Recall = recall, F1 = 2 * precision * recall / (precision + recall), Support = ImagesAClass };
        }

        ClassScores[] classes = [.. Enumerable.Range(0, 10).Select(Scores)];
        var mean = new ClassScores { Precision = classes.Average(s => s.Precision), Recall = classes.Average(s => s.Recall), F1 = classes.Average(s => s.F1), Support = total };
        return new ClassificationReport
        {
            Accuracy = Enumerable.Range(0, 10).Sum(i => counts[i * 11]) / (double)total,
            Classes = classes,
            MacroAverage = mean,
            WeightedAverage = mean,
        };
    }

    private static EmbeddingContent Embed(byte[] labels) => new(
        new SpectralEmbeddingOptions(),
        new SpectralEmbeddingResult
        {
            Dimensions = 2,
            Coordinates = [.. labels.SelectMany((label, i) => new[] { (label / 100.0) + (i * i % 17 / 1000.0), ((9 - label) * label / 300.0) + (i * i % 23 / 1000.0) })],
            Eigenvalues = [0, 0.00110758382, 0.00298460023],
            Components = 1,
            NonZeros = 1502,
            LargestResidual = 1e-13,
        },
        labels);
}
