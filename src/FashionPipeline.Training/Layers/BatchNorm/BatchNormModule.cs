using FashionPipeline.Training.Functions;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>
/// Batch normalisation with its scale and centre, which are parameters, and its running mean and variance, which are buffers: files of
/// weights and checkpoints hold them, and no optimiser sees them. Each training step moves them. Names are Keras's.
/// </summary>
internal sealed class BatchNormModule : LayerModule
{
    private readonly Parameter gamma;
    private readonly Parameter beta;
    private readonly Tensor movingMean;
    private readonly Tensor movingVariance;
    private readonly double momentum;
    private readonly double epsilon;
    private readonly Backend backend;

    public BatchNormModule(string name, long channels, double momentum, double epsilon, Backend backend)
        : base(name)
    {
        (this.momentum, this.epsilon, this.backend) = (momentum, epsilon, backend);
        gamma = new Parameter(ones(channels, ScalarType.Float32), requires_grad: true);
        beta = new Parameter(zeros(channels, ScalarType.Float32), requires_grad: true);
        movingMean = zeros(channels, ScalarType.Float32);
        movingVariance = ones(channels, ScalarType.Float32);
        register_parameter("gamma", gamma);
        register_parameter("beta", beta);
        register_buffer("moving_mean", movingMean);
        register_buffer("moving_variance", movingVariance);
    }

    public override Tensor forward(Tensor input, TrainingStep? step) => step is null
        ? BatchNormOperation.Apply(input, movingMean, movingVariance, gamma, beta, epsilon, backend)
        : BatchNormOperation.Train(input, movingMean, movingVariance, gamma, beta, momentum, epsilon, backend);
}
