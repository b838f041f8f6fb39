using FashionPipeline.Data;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Loop;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Training.Loop;

public sealed class MemoryCheckTests
{
    private const long OneGigabyte = 1_000_000_000;

    [Fact]
    public void Should_say_how_much_a_layer_needs_that_no_machine_has() => Assert.Equal(
        "it needs about 25,600 GB: for 1,590,000,000,010 parameters, and 20,000,007,940 values of its layers for a batch of 10 images; "
            + "this machine has 1 GB. Make layers or the batch smaller",
        Fault(units: 2_000_000_000, batchSize: 32));

    [Theory]
    [InlineData(100, 32)]
    [InlineData(100, int.MaxValue)]
    public void Should_let_pass_what_fits_however_large_a_batch_could_be(int units, int batchSize) =>
        Assert.Null(Fault(units, batchSize));

    private static string? Fault(int units, int batchSize) => MemoryCheck.Fault(
        new Network { Name = "mlp", Layers = [new DenseLayer(units), new DenseLayer(10)] }, batchSize,
        new LabelledImages { Height = 28, Width = 28, Pixels = new byte[10 * 784], Labels = new byte[10] }, OneGigabyte);
}
