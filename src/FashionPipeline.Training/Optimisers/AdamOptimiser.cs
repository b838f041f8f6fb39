using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Checkpoints;
using FashionPipeline.Training.Functions;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Training.Optimisers;

/// <summary>Adam over all weights of a network, with its moments.</summary>
internal sealed class AdamOptimiser
{
    private const string FirstPrefix = "adam.first/";
    private const string SecondPrefix = "adam.second/";

    private readonly NetworkModule module;
    private readonly Workspace workspace;
    private readonly AdamOptions options;
    private readonly long allSteps;
    private readonly TrainingOptions training;
    private readonly float[][] first;
    private readonly float[][] second;
    private AdamStepSizes stepSizes;

    /// <param name="module">What is trained.</param>
    /// <param name="training">How.</param>
    /// <param name="allSteps">Steps of the whole training.</param>
    /// <param name="workspace">Cores.</param>
    public AdamOptimiser(NetworkModule module, TrainingOptions training, long allSteps, Workspace workspace)
    {
        (this.module, this.training, this.allSteps, this.workspace) = (module, training, allSteps, workspace);
        options = new() { Beta1 = training.Beta1, Beta2 = training.Beta2, Epsilon = training.Epsilon };
        first = [.. module.Weights.Select(weight => new float[weight.Value.numel()])];
        second = [.. module.Weights.Select(weight => new float[weight.Value.numel()])];
        stepSizes = new AdamStepSizes(options);
    }

    /// <summary>Steps taken.</summary>
    public long Steps => stepSizes.Taken;

    /// <summary>Moves every weight against its gradient, and drops the gradients.</summary>
    public void Step()
    {
        var rate = training.LearningRate * LearningRateSchedule.Share(training.Schedule, Steps, allSteps);
        var stepSize = stepSizes.Next(rate);
        var kept = (float)(1 - (rate * training.WeightDecay));
        for (var i = 0; i < module.Weights.Count; i++)
        {
            var (name, weight) = module.Weights[i];
            using var gradient = weight.grad?.contiguous()
                ?? throw new InvalidOperationException($"{name} has no gradient: the loss does not depend on it.");
            Adam.Update(
                TensorMemory.Of(weight), TensorMemory.Of(gradient), first[i], second[i], options, stepSize,
                LayerNames.IsKernel(name) ? kept : 1, workspace);
        }

        module.zero_grad();
    }

    /// <summary>A copy of the moments.</summary>
    public IEnumerable<NamedTensor> Export() => module.Weights.SelectMany((weight, i) => new[]
    {
        new NamedTensor(FirstPrefix + weight.Name, [first[i].Length], [.. first[i]]),
        new NamedTensor(SecondPrefix + weight.Name, [second[i].Length], [.. second[i]]),
    });

    /// <summary>Takes moments and step count over.</summary>
    public void Import(SafeTensorsFile file, long steps, string source)
    {
        for (var i = 0; i < module.Weights.Count; i++)
        {
            var name = module.Weights[i].Name;
            file.Get(FirstPrefix + name, [first[i].Length], source).CopyTo(first[i], 0);
            file.Get(SecondPrefix + name, [second[i].Length], source).CopyTo(second[i], 0);
        }

        stepSizes = new AdamStepSizes(options, steps);
    }
}
