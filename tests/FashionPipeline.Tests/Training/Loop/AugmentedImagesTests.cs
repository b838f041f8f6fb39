using FashionPipeline.Numerics.Random;
using FashionPipeline.Training;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Loop;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Training.Loop;

public class AugmentedImagesTests
{
    // An image's place in the epoch's order decides its step, and its word there whether it is flipped.
    [Fact]
    public void Should_show_an_image_as_training_has_it_in_any_epoch()
    {
        var network = new Network { Name = "n", Layers = [new RandomFlipLayer(), new FlattenLayer(), new DenseLayer(3)] };
        var options = new TrainingOptions { BatchSize = 16, Seed = 5 };
        var train = Stripes.Data.Train;
        int[] shown = [0, 77, 149];

        foreach (var epoch in new[] { 1, 2, 3 })
        {
            var augmented = AugmentedImages.Of(network, options, train, shown, epoch);

            var order = new RandomStream(5, RandomPurpose.Permutation, epoch: (uint)epoch).Permutation(train.Count).ToList();
            foreach (var (i, index) in shown.Index())
            {
                var place = order.IndexOf(index);
                var stream = new RandomStream(5, RandomPurpose.Augmentation, layer: 0, (uint)epoch, (uint)(place / 16));
                var image = train.Pixels[(index * 64)..((index + 1) * 64)];
                var expected = stream.UInt32(place % 16) >= 1u << 31 ? image.Chunk(8).SelectMany(row => row.Reverse()) : image;
                Assert.Equal(expected, augmented.Pixels[(i * 64)..((i + 1) * 64)]);
                Assert.Equal(train.Labels[index], augmented.Labels[i]);
            }
        }
    }

    [Fact]
    public void Should_know_networks_that_shift_or_flip() => Assert.Equal(
        [true, true, false],
        new[] { Stripes.Augmented, Stripes.Residual, Stripes.Convolutional }.Select(AugmentedImages.Has));
}
