using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Networks.Modules;

/// <summary>Inverted dropout; outside training the values pass as they are.</summary>
internal sealed class DropoutModule(string name, int index, Dropout layer) : LayerModule(name)
{
    public override Tensor forward(Tensor input, TrainingStep? step)
    {
        if (step is not { } current)
        {
            return input;
        }

        var mask = empty(input.shape, ScalarType.Float32);
        DropoutMask.Fill(TensorMemory.Of(mask), layer.Rate, current.Seed, index, current.Epoch, current.Step);
        return input * mask;
    }
}
