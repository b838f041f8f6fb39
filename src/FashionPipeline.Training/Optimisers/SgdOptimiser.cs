using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Training.Optimisers;

/// <summary>Stochastic gradient descent, with the velocity of every weight.</summary>
internal sealed class SgdOptimiser : Optimiser
{
    private readonly SgdOptions options;
    private float rate;

    /// <summary>Begins with velocities of 0.</summary>
    public SgdOptimiser(NetworkModule module, TrainingOptions training, long allSteps, Workspace workspace)
        : base(module, training, allSteps, workspace, "sgd.velocity") =>
        options = new() { Momentum = training.Momentum, IsNesterov = training.IsNesterov };

    protected override void Begin(double learningRate) => rate = (float)learningRate;

    protected override void Move(int index, Span<float> weight, ReadOnlySpan<float> gradient, float kept) =>
        Sgd.Update(weight, gradient, State(0, index), options, rate, kept, Workspace);
}
