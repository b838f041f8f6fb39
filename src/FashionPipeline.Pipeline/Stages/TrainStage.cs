using FashionPipeline.Data.Parquet;
using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Pipeline.Experiments.Texts;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Training;
using FashionPipeline.Training.Loop;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>One model trained with one seed.</summary>
public sealed record TrainStage : IStage
{
    /// <summary>Name of the input with the training images.</summary>
    public const string TrainInput = "train";

    /// <summary>Name of the input with the images that are measured on after each epoch.</summary>
    public const string ValidationInput = "validation";

    /// <summary>Name of the artifact with the weights.</summary>
    public const string Weights = "weights.safetensors";

    /// <summary>Name of the artifact with the figures of each epoch.</summary>
    public const string History = "history.json";

    /// <summary>What is trained.</summary>
    public required Network Network { get; init; }

    /// <summary>How, with which seed and scaling.</summary>
    public required TrainingOptions Options { get; init; }

    /// <summary>How many classes there are.</summary>
    public required int Classes { get; init; }

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("classes", FormattableString.Invariant($"{Classes}")),
        new("seed", FormattableString.Invariant($"{Options.Seed}")),
        .. NetworkText.Of("model", Options.Scaling, Network),
        .. TrainingText.Of(Options),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Outputs => [Weights, History];

    /// <inheritdoc/>
    public string? Environment => NumericEnvironment.Of(Options);

    /// <summary>
    /// Nothing in an epoch depends on how many follow, unless the learning rate has a schedule over all of them.
    /// </summary>
    public string? LengthSetting => Options.Schedule == ScheduleShape.Constant ? TrainingText.Epochs : null;

    /// <inheritdoc/>
    public void Run(StageInputs inputs, StageOutputs outputs, StageContext context)
    {
        var data = new TrainingData(ImageParquet.Read(inputs.Read(TrainInput)), ImageParquet.Read(inputs.Read(ValidationInput)));
        var result = Trainer.Train(Network, Options, data, Classes, context.Scratch, context.Shorter, context.Progress);
        outputs.Add(Weights, result.Weights);
        outputs.Add(History, CanonicalJson.Write(result.History));
    }
}
