using System.Globalization;
using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training;

namespace FashionPipeline.Pipeline.Experiments.Texts;

/// <summary>How a model is trained, in sentences from which a reader can train it again.</summary>
internal static class TrainingWords
{
    /// <summary>Optimiser, loss, batches, epochs and first weights, and whatever else is switched on.</summary>
    /// <param name="options">How it is trained.</param>
    /// <param name="isFlippedInTest">Whether it gives the mean of an image and its mirror image outside training.</param>
    public static string Of(TrainingOptions options, bool isFlippedInTest) => string.Join(' ', new[]
    {
        $"{Optimiser(options)} minimises the cross-entropy of the softmax output{Smoothing(options)}, "
            + FormattableString.Invariant($"in batches of {options.BatchSize} images that are drawn in a new order in each epoch, ")
            + $"{Epochs(options)}; the last batch of an epoch may be smaller.",
        Schedule(options),
        options.ClipNorm > 0
            ? FormattableString.Invariant($"Gradients whose norm over all weights is above {options.ClipNorm} are scaled down to it.")
            : "",
        "Random numbers are those of Philox4x32-10, addressed by seed, epoch, step and layer.",
        "Kernels start from the distribution that is named with their layer, biases from 0.",
        isFlippedInTest ? "Outside training, the logits are the mean over an image and its mirror image." : "",
    }.Where(sentence => sentence.Length > 0));

    private static string Optimiser(TrainingOptions options)
    {
        var rate = FormattableString.Invariant($"learning rate {options.LearningRate}");
        var decay = options.WeightDecay > 0 ? FormattableString.Invariant($", weight decay {options.WeightDecay} of kernels") : "";
        return options.Optimiser switch
        {
            OptimiserKind.Adam => (decay.Length > 0 ? "AdamW" : "Adam") + FormattableString.Invariant(
                $" ({rate}, β1 {options.Beta1}, β2 {options.Beta2}, epsilon {Small(options.Epsilon)}{decay})"),
            OptimiserKind.Sgd => $"Stochastic gradient descent ({rate}{Momentum(options)}{decay})",
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Optimiser, "Unknown optimiser."),
        };
    }

    private static string Momentum(TrainingOptions options) => options.Momentum == 0 ? "" : FormattableString.Invariant(
        $", {(options.IsNesterov ? "Nesterov momentum" : "momentum")} {options.Momentum}");

    private static string Smoothing(TrainingOptions options) => options.LabelSmoothing == 0 ? "" : FormattableString.Invariant(
        $", with {options.LabelSmoothing} of each label shared out among all classes");

    private static string Epochs(TrainingOptions options) => (options.Epochs, options.Patience) switch
    {
        (1, _) => "for 1 epoch",
        (var epochs, 0) => FormattableString.Invariant($"for {epochs} epochs"),
        var (epochs, patience) => FormattableString.Invariant(
            $"for at most {epochs} epochs: after {patience} without a lower validation loss training ends, at the weights of the best one"),
    };

    private static string Schedule(TrainingOptions options) => options.Schedule switch
    {
        ScheduleShape.Constant => "",
        ScheduleShape.Step => "The learning rate falls to a tenth after half of the steps and to a hundredth after three quarters.",
        ScheduleShape.Cosine => "The learning rate falls to 0 along half a cosine.",
        ScheduleShape.OneCycle => "The learning rate rises from a 25th in the first quarter of the steps and then falls to a 100,000th, "
            + "both along half a cosine.",
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Schedule, "Unknown schedule."),
    };

    // 1e−7, where .NET writes 1E-07.
    private static string Small(double value) => value.ToString("0.######e-0", CultureInfo.InvariantCulture).Replace('-', '−');
}
