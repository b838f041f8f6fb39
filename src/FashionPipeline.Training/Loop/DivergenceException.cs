using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Training.Loop;

/// <summary>A training whose loss is no number any more. The same settings diverge again, in the same step.</summary>
/// <param name="reason">What happened, without advice: <c>the loss of step 3 of epoch 1 is NaN</c>.</param>
public sealed class DivergenceException(string reason) : InputException(
    $"Training diverged: {reason}. Try a smaller learning rate, or input scaled to 0..1 (unit).")
{
    /// <summary>What happened, without advice.</summary>
    public string Reason => reason;
}
