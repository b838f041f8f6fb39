namespace FashionPipeline.Benchmarks.Comparison;

/// <summary>One line of the comparison.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Unit">Its unit; empty for a share.</param>
/// <param name="Format">How its numbers are written.</param>
/// <param name="IsCost">Whether less is better and a ratio makes sense.</param>
internal sealed record Measure(string Name, string Unit, string Format, bool IsCost = true)
{
    public const string TrainBoth = "train both models";
    public const string TrainMlp = "train the dense network";
    public const string TrainCnn = "train the convolutional network";
    public const string Embedding = "spectral embedding, 10,000 x 784";
    public const string Figures = "figures and PDF";
    public const string WholeJob = "whole job, load to PDF";
    public const string WholeProcess = "whole process, start to exit";
    public const string PeakMemory = "peak memory";

    /// <summary>All lines in the order of the table.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        new(TrainBoth, "s", "0.0"),
        new(TrainMlp, "s", "0.0"),
        new(TrainCnn, "s", "0.0"),
        new(Embedding, "s", "0.00"),
        new(Figures, "s", "0.00"),
        new(WholeJob, "s", "0.0"),
        new(WholeProcess, "s", "0.0"),
        new(PeakMemory, "MB", "0"),
        new(Accuracy("mlp", validation: false), "", "0.0000", IsCost: false),
        new(Accuracy("mlp", validation: true), "", "0.0000", IsCost: false),
        new(Accuracy("cnn", validation: false), "", "0.0000", IsCost: false),
        new(Accuracy("cnn", validation: true), "", "0.0000", IsCost: false),
    ];

    /// <summary>Name of the line with a model's accuracy in the last epoch.</summary>
    public static string Accuracy(string model, bool validation) => $"{(validation ? "validation" : "training")} accuracy, {model}";
}
