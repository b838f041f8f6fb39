using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Training;

/// <summary>How pixels become the numbers that a network sees.</summary>
public enum InputScaling
{
    /// <summary>Pixels divided by 255: 0 to 1.</summary>
    Unit,

    /// <summary>Pixels as they are: 0 to 255.</summary>
    Raw,
}

/// <summary>How a network is trained. The optimisers are Keras's: <see cref="Adam"/> and <see cref="Sgd"/>.</summary>
public sealed record TrainingOptions
{
    /// <summary>Passes over the training images, at least 1.</summary>
    public int Epochs { get; init; } = 5;

    /// <summary>
    /// Epochs without a lower validation loss after which training ends before all are done, with the weights of the epoch where it was
    /// lowest; 0 for never.
    /// </summary>
    public int Patience { get; init; }

    /// <summary>Images per step, at least 1; the last batch of an epoch may be smaller.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>What moves the weights.</summary>
    public OptimiserKind Optimiser { get; init; } = OptimiserKind.Adam;

    /// <summary>The optimiser's step size; with a schedule the largest.</summary>
    public double LearningRate { get; init; } = 0.001;

    /// <summary>How the learning rate goes over the training.</summary>
    public ScheduleShape Schedule { get; init; } = ScheduleShape.Constant;

    /// <summary>
    /// Share of a kernel's weights that a step of learning rate 1 would take away (AdamW), from 0 to below 1; biases are left alone.
    /// </summary>
    public double WeightDecay { get; init; }

    /// <summary>The largest norm of all gradients of a step together, to which they are scaled down; 0 leaves them as they are.</summary>
    public double ClipNorm { get; init; }

    /// <summary>
    /// What each label gives away to all classes alike, from 0 to below 1, in the loss that is minimised and shown of training; what is
    /// measured on the validation images knows nothing of it.
    /// </summary>
    public double LabelSmoothing { get; init; }

    /// <summary>SGD's share of its velocity that is kept a step, from 0 to below 1.</summary>
    public double Momentum { get; init; }

    /// <summary>Whether SGD takes Nesterov's form of the momentum.</summary>
    public bool IsNesterov { get; init; }

    /// <summary>Adam's decay of the first moment.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Adam's decay of the second moment.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Adam's ε, added to the root of the second moment before its bias is corrected.</summary>
    public double Epsilon { get; init; } = 1e-7;

    /// <summary>Seed of initial weights, order of the images and dropout.</summary>
    public ulong Seed { get; init; } = 12345;

    /// <summary>How pixels are scaled.</summary>
    public InputScaling Scaling { get; init; } = InputScaling.Unit;

    /// <summary>Whose arithmetic is used.</summary>
    public Arithmetic Numerics { get; init; } = Arithmetic.Portable;

    /// <summary>
    /// Threads of <see cref="Arithmetic.Libtorch"/>, a part of the result there, as the order of its sums depends on it.
    /// <see cref="Arithmetic.Portable"/> uses every core, and no number of them changes a bit.
    /// </summary>
    public int Threads { get; init; } = 2;
}
