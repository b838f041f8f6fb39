using FashionPipeline.Data;
using FashionPipeline.Training;
using FashionPipeline.Training.Functions;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Native;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Training.Networks;

public sealed class ArithmeticCheckTests
{
    [Fact]
    public void Should_name_the_layer_that_has_no_portable_kernel_yet()
    {
        var network = new Network { Name = "n", Layers = [new FlattenLayer(), new StockLayer(), new DenseLayer(3)] };

        var fault = Assert.Single(ArithmeticCheck.Faults(network, Arithmetic.Portable));

        Assert.Equal(new NetworkFault(1, "stock (layer 2) has no portable kernel; write numerics: libtorch"), fault);
        Assert.Empty(ArithmeticCheck.Faults(network, Arithmetic.Libtorch));
    }

    [Fact]
    public void Should_refuse_to_compute_with_a_layer_that_is_not_registered()
    {
        LibTorch.Load();
        var network = new Network { Name = "n", Layers = [new StockLayer()] };

        var fault = Assert.Throws<ArgumentException>(() => new NetworkModule(network, new ImageShape(2, 2), null!));
        Assert.Contains("stock", fault.Message, StringComparison.Ordinal);
    }

    private sealed record StockLayer : Layer
    {
        private static readonly LayerKind Definition = new()
        {
            Name = "stock",
            KerasClass = "Stock",
            KerasName = "stock",
            Create = _ => new StockLayer(),
        };

        public override LayerKind Kind => Definition;

        internal override string PortableFault => "has no portable kernel; write numerics: libtorch";

        internal override IReadOnlyList<int> OutputShape(IReadOnlyList<int> input) => input;

        internal override LayerModule Module(string name, int index, IReadOnlyList<int> input, Backend backend) =>
            throw new NotSupportedException();
    }
}
