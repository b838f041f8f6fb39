using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Training.Optimisers;

/// <summary>Adam, with the two moments of every weight.</summary>
internal sealed class AdamOptimiser : Optimiser
{
    private const int First = 0;
    private const int Second = 1;

    private readonly AdamOptions options;
    private AdamStepSizes stepSizes;
    private float stepSize;

    /// <summary>Begins with moments of 0.</summary>
    public AdamOptimiser(NetworkModule module, TrainingOptions training, long allSteps, Workspace workspace)
        : base(module, training, allSteps, workspace, "adam.first", "adam.second")
    {
        options = new() { Beta1 = training.Beta1, Beta2 = training.Beta2, Epsilon = training.Epsilon };
        stepSizes = new AdamStepSizes(options);
    }

    protected override void Begin(double learningRate) => stepSize = stepSizes.Next(learningRate);

    protected override void Resume(long steps) => stepSizes = new AdamStepSizes(options, steps);

    protected override void Move(int index, Span<float> weight, ReadOnlySpan<float> gradient, float kept) =>
        Adam.Update(weight, gradient, State(First, index), State(Second, index), options, stepSize, kept, Workspace);
}
