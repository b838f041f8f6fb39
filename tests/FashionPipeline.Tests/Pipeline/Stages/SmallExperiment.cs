using FashionPipeline.Data;
using FashionPipeline.Data.Parquet;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Training;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Pipeline.Stages;

/// <summary>A data set of three classes and 4x3 pixels, and networks that are trained on it in no time.</summary>
internal static class SmallExperiment
{
    public static readonly LabelledImages Train = Tests.Data.Images.Random(count: 20, height: 4, width: 3, classes: 3, seed: 1);

    public static readonly LabelledImages Test = Tests.Data.Images.Random(count: 8, height: 4, width: 3, classes: 3, seed: 2);

    public static readonly Network Network = new() { Name = "small", Layers = [new FlattenLayer(), new DenseLayer(3)] };

    public static readonly TrainingOptions Options = new() { Epochs = 1, Seed = 7 };

    public static DataSet DataSet { get; } = new()
    {
        Name = "small",
        Title = "Small-MNIST",
        Licence = "MIT",
        Height = 4,
        Width = 3,
        LabelNames = ["Shirt", "Bag", "Boot"],
        Files =
        [
            .. DataFormat.Idx.Roles.Select((role, index) => new DataFile
            {
                Role = role,
                Name = $"file-{index}.gz",
                Bytes = index,
                Sha256 = new string((char)('a' + index), 64),
            }),
        ],
    };

    public static Experiment Experiment { get; } = new()
    {
        Name = "small",
        Title = "Small experiment",
        DataSet = DataSet,
        Seeds = [7, 8],
        Models =
        [
            Model("mlp", "Model 1", InputScaling.Unit),
            Model("raw", "Model 2", InputScaling.Raw),
        ],
        Training = Options,
        Selection = SelectionCriterion.ValidationAccuracy,
    };

    /// <summary>The experiment with other seeds.</summary>
    public static Experiment WithSeeds(params ulong[] seeds) => Experiment with
    {
        Seeds = seeds,
        Models = [.. Experiment.Models.Select(model => model with { Seeds = seeds })],
    };

    private static ExperimentModel Model(string name, string title, InputScaling input) =>
        new() { Name = name, Title = title, Input = input, Network = Network, Seeds = [7, 8], Training = Options };

    public static byte[] Parquet(LabelledImages images)
    {
        using var file = new MemoryStream();
        ImageParquet.WriteAsync(images, DataSet.LabelNames, new Dictionary<string, string>(), file).GetAwaiter().GetResult();
        return file.ToArray();
    }

    /// <summary>A history whose last epoch has these figures, and an earlier one others.</summary>
    public static byte[] History(double accuracy, double validationAccuracy, double validationLoss = 0.5) => CanonicalJson.Write(new[]
    {
        new EpochMetrics { Epoch = 1, Loss = 9, Accuracy = 0.1, ValidationLoss = 9, ValidationAccuracy = 0.1 },
        new EpochMetrics
        {
            Epoch = 2,
            Loss = 1,
            Accuracy = accuracy,
            ValidationLoss = validationLoss,
            ValidationAccuracy = validationAccuracy,
        },
    });
}
