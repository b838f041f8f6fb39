using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>A layer without parameters: its output is a function of its input, in training and outside.</summary>
internal sealed class FunctionModule(string name, Func<Tensor, Tensor> function) : LayerModule(name)
{
    public override Tensor forward(Tensor input, TrainingStep? step) => function(input);
}
