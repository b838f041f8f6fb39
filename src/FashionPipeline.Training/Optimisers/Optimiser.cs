using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Checkpoints;
using FashionPipeline.Training.Functions;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Training.Optimisers;

/// <summary>
/// Moves all weights of a network against their gradients. What every optimiser does alike is here: the learning rate's schedule, the
/// decay of kernels, clipping, and keeping its state in a checkpoint.
/// </summary>
internal abstract class Optimiser
{
    private readonly NetworkModule module;
    private readonly TrainingOptions training;
    private readonly long allSteps;
    private readonly IReadOnlyList<(string Prefix, float[][] Values)> state;

    /// <param name="module">What is trained.</param>
    /// <param name="training">How.</param>
    /// <param name="allSteps">Steps of the whole training.</param>
    /// <param name="workspace">Cores.</param>
    /// <param name="state">Names of what is kept of each weight, a value for each of its values, from 0 on.</param>
    protected Optimiser(
        NetworkModule module, TrainingOptions training, long allSteps, Workspace workspace, params IReadOnlyList<string> state)
    {
        (this.module, this.training, this.allSteps, Workspace) = (module, training, allSteps, workspace);
        this.state = [.. state.Select(name => ($"{name}/", module.Weights.Select(weight => new float[weight.Value.numel()]).ToArray()))];
    }

    /// <summary>Steps taken.</summary>
    public long Steps { get; private set; }

    /// <summary>Lends the cores.</summary>
    protected Workspace Workspace { get; }

    /// <summary>The optimiser that the options ask for.</summary>
    public static Optimiser Of(NetworkModule module, TrainingOptions training, long allSteps, Workspace workspace) =>
        training.Optimiser switch
        {
            OptimiserKind.Adam => new AdamOptimiser(module, training, allSteps, workspace),
            OptimiserKind.Sgd => new SgdOptimiser(module, training, allSteps, workspace),
            _ => throw new ArgumentOutOfRangeException(nameof(training), training.Optimiser, "Unknown optimiser."),
        };

    /// <summary>Moves every weight against its gradient, and drops the gradients.</summary>
    public void Step()
    {
        if (training.ClipNorm > 0)
        {
            Clip();
        }

        var rate = training.LearningRate * LearningRateSchedule.Share(training.Schedule, Steps, allSteps);
        Begin(rate);
        var kept = (float)(1 - (rate * training.WeightDecay));
        for (var i = 0; i < module.Weights.Count; i++)
        {
            var (name, weight) = module.Weights[i];
            using var gradient = Gradient(i);
            Move(i, TensorMemory.Of(weight), TensorMemory.Of(gradient), LayerNames.IsKernel(name) ? kept : 1);
        }

        Steps++;
        module.zero_grad();
    }

    /// <summary>A copy of the state.</summary>
    public IEnumerable<NamedTensor> Export() => module.Weights.SelectMany((weight, i) =>
        state.Select(part => new NamedTensor(part.Prefix + weight.Name, [part.Values[i].Length], [.. part.Values[i]])));

    /// <summary>Takes a state and the number of its steps over.</summary>
    public void Import(SafeTensorsFile file, long steps, string source)
    {
        foreach (var (prefix, values) in state)
        {
            for (var i = 0; i < values.Length; i++)
            {
                file.Get(prefix + module.Weights[i].Name, [values[i].Length], source).CopyTo(values[i], 0);
            }
        }

        Steps = steps;
        Resume(steps);
    }

    /// <summary>What is kept of a weight.</summary>
    /// <param name="part">Number of the part, in the order of its names.</param>
    /// <param name="weight">Number of the weight.</param>
    protected float[] State(int part, int weight) => state[part].Values[weight];

    /// <summary>Begins a step.</summary>
    /// <param name="learningRate">Its learning rate.</param>
    protected abstract void Begin(double learningRate);

    /// <summary>Goes on behind steps that were taken before.</summary>
    protected virtual void Resume(long steps)
    {
    }

    /// <summary>Moves one weight.</summary>
    /// <param name="index">Its number.</param>
    /// <param name="weight">Its values.</param>
    /// <param name="gradient">Their gradients.</param>
    /// <param name="kept">What is kept of the values before they are moved.</param>
    protected abstract void Move(int index, Span<float> weight, ReadOnlySpan<float> gradient, float kept);

    private TorchSharp.torch.Tensor Gradient(int index)
    {
        var (name, weight) = module.Weights[index];
        return weight.grad?.contiguous()
            ?? throw new InvalidOperationException($"{name} has no gradient: the loss does not depend on it.");
    }

    // All gradients together, weight by weight in the order of their names.
    private void Clip()
    {
        var gradients = Enumerable.Range(0, module.Weights.Count).Select(Gradient).ToList();
        try
        {
            var squares = 0d;
            foreach (var gradient in gradients)
            {
                squares += GradientNorm.Squared(TensorMemory.Of(gradient), Workspace);
            }

            var norm = Math.Sqrt(squares);
            for (var i = 0; norm > training.ClipNorm && i < gradients.Count; i++)
            {
                GradientNorm.Scale(TensorMemory.Of(gradients[i]), (float)(training.ClipNorm / norm), Workspace);
                module.Weights[i].Value.grad = gradients[i];
            }
        }
        finally
        {
            gradients.ForEach(gradient => gradient.Dispose());
        }
    }
}
