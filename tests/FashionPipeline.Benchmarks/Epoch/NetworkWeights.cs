using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Numerics.Random;
using FashionPipeline.Training;
using FashionPipeline.Training.Layers;

namespace FashionPipeline.Benchmarks.Epoch;

/// <summary>The weights of a network, which batches of all sizes share, and Adam over them.</summary>
/// <param name="options">Seed of the weights, and Adam's settings.</param>
internal sealed class NetworkWeights(TrainingOptions options)
{
    private readonly Dictionary<int, (Parameter Kernel, Parameter Bias)> layers = [];
    private readonly AdamOptions adam = new() { Beta1 = options.Beta1, Beta2 = options.Beta2, Epsilon = options.Epsilon };
    private AdamStepSizes? stepSizes;

    /// <summary>Kernel and bias of a layer, drawn from the seed when they are first asked for.</summary>
    /// <param name="layer">The layer's number in the network, from 0.</param>
    /// <param name="window">Numbers of the kernel for one input and one output: its rows times its columns, or 1.</param>
    /// <param name="inputs">Channels or features that go in.</param>
    /// <param name="outputs">Filters or units that come out.</param>
    /// <param name="initialiser">What the kernel starts from.</param>
    public (Parameter Kernel, Parameter Bias) Of(int layer, int window, int inputs, int outputs, Initialiser initialiser)
    {
        if (layers.TryGetValue(layer, out var known))
        {
            return known;
        }

        var (kernel, bias) = (new Parameter(window * inputs * outputs), new Parameter(outputs));
        var stream = new RandomStream(options.Seed, RandomPurpose.Weights, checked((ushort)layer));
        switch (initialiser)
        {
            case Initialiser.GlorotUniform: GlorotUniform.Fill(kernel.Values.Span, stream, window * inputs, window * outputs); break;
            case Initialiser.HeNormal: HeNormal.Fill(kernel.Values.Span, stream, window * inputs); break;
            default: throw new ArgumentOutOfRangeException(nameof(initialiser), initialiser, "Unknown initialiser.");
        }

        return layers[layer] = (kernel, bias);
    }

    /// <summary>Moves every weight against its gradient.</summary>
    public void Step(Workspace workspace)
    {
        stepSizes ??= new AdamStepSizes(adam);
        var stepSize = stepSizes.Next(options.LearningRate);
        foreach (var (kernel, bias) in layers.Values)
        {
            foreach (var parameter in new[] { kernel, bias })
            {
                Adam.Update(
                    parameter.Values.Span, parameter.Gradient.Span, parameter.First.Span, parameter.Second.Span, adam, stepSize, kept: 1,
                    workspace);
            }
        }
    }
}
