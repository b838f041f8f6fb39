using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Numerics.Random;
using FashionPipeline.Tests.Training.Functions;
using FashionPipeline.Training.Functions;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Native;
using TorchSharp;
using Workspace = FashionPipeline.Numerics.Kernels.Workspace;

namespace FashionPipeline.Tests.Training.Layers;

/// <summary>Random shifts, flips and erasures as layers: in training only, others in each step, under either arithmetic.</summary>
public class RandomLayersTests
{
    private static readonly Input Images = Input.Random(1, 16, 6, 5, 2);
    private static readonly ImageBatchShape Shape = new(16, 6, 5, 2);
    private static readonly RandomStream Stream = new(3, RandomPurpose.Augmentation, epoch: 1, step: 2);

    public static TheoryData<Layer> Layers { get; } =
        new(new Layer[] { new RandomShiftLayer(2), new RandomFlipLayer(), new RandomEraseLayer(4) });

    [Theory]
    [MemberData(nameof(Layers))]
    public void Should_change_images_in_training_only_and_otherwise_in_each_step(Layer layer)
    {
        var shifted = Apply(layer, new(Seed: 1, Epoch: 1, Step: 1));

        Assert.Equal(Images.Values, Apply(layer, step: null));
        Assert.NotEqual(Images.Values, shifted);
        Assert.Equal(shifted, Apply(layer, new(1, 1, 1)));
        Assert.NotEqual(shifted, Apply(layer, new(1, 1, 2)));
        Assert.NotEqual(shifted, Apply(layer, new(1, 2, 1)));
        Assert.NotEqual(shifted, Apply(layer, new(2, 1, 1)));
        Assert.NotEqual(shifted, Apply(layer, new(1, 1, 1), index: 3));
        Assert.Equal(shifted, Apply(layer, new(1, 1, 1), isPortable: false));
    }

    [Fact]
    public void Should_hand_gradients_back_the_way_that_images_came()
    {
        var weights = Functions.Evaluation.OutputWeights(Images.Values.Length);
        var (shifted, flipped, erased) = (new float[weights.Length], new float[weights.Length], new float[weights.Length]);
        RandomShift.Backward(Shape, weights, shifted, most: 2, Stream, new Workspace(1));
        RandomFlip.Apply(Shape, weights, flipped, Stream, new Workspace(1));
        RandomErase.Apply(Shape, weights, erased, most: 4, Stream, new Workspace(1));

        var shift = Functions.Evaluation.Of(
            Agreement.Portable, (backend, t) => RandomShiftOperation.Apply(t[0], 2, Stream, backend), Images);
        var flip = Functions.Evaluation.Of(Agreement.Portable, (backend, t) => RandomFlipOperation.Apply(t[0], Stream, backend), Images);

        var erase = Functions.Evaluation.Of(
            Agreement.Portable, (backend, t) => RandomEraseOperation.Apply(t[0], 4, Stream, backend), Images);

        Assert.Equal(shifted, shift.Gradients[0]);
        Assert.Equal(erased, erase.Gradients[0]);
        Assert.Equal(flipped, flip.Gradients[0]);
    }

    [Fact]
    public void Should_say_where_a_shift_takes_the_whole_image()
    {
        var layer = new RandomShiftLayer(5);

        Assert.Contains("use fewer", layer.InputFault([28, 5, 1]), StringComparison.Ordinal);
        Assert.Null(layer.InputFault([28, 6, 1]));
        Assert.Contains("expects [height, width, channels]", layer.InputFault([784]), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_where_an_erasure_could_be_larger_than_the_image()
    {
        var layer = new RandomEraseLayer(6);

        Assert.Contains("use fewer", layer.InputFault([28, 5, 1]), StringComparison.Ordinal);
        Assert.Null(layer.InputFault([28, 6, 1]));
    }

    private static float[] Apply(Layer layer, TrainingStep? step, int index = 0, bool isPortable = true)
    {
        LibTorch.Load();
        using var scope = torch.NewDisposeScope();
        var backend = isPortable ? Agreement.Portable() : Agreement.LibTorch();
        var module = layer.Module("layer", index, [6, 5, 2], backend);
        return TensorMemory.Of(module.forward(torch.tensor(Images.Values, Images.Shape), step).contiguous()).ToArray();
    }
}
