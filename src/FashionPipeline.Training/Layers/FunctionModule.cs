using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>A layer without parameters: its output is a function of its input and of the step under way.</summary>
internal sealed class FunctionModule(string name, Func<Tensor, TrainingStep?, Tensor> function) : LayerModule(name)
{
    public override Tensor forward(Tensor input, TrainingStep? step) => function(input, step);
}
