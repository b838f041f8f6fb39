using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Tests.Pipeline.Store;

public sealed class StageKeyTests
{
    [Fact]
    public void Should_not_depend_on_the_order_in_which_components_are_added() =>
        Assert.Equal(new StageKey().With("a", 1).With("b", 2).Hash, new StageKey().With("b", 2).With("a", 1).Hash);

    [Fact]
    public void Should_depend_on_names_and_values() =>
        Assert.Equal(
            3, new[] { new StageKey().With("a", 1), new StageKey().With("a", 2), new StageKey().With("b", 1) }.Select(key => key.Hash).Distinct().Count());

    [Fact]
    public void Should_keep_apart_components_whose_texts_read_alike() =>
        Assert.NotEqual(new StageKey().With("a", "1b").With("c", "").Hash, new StageKey().With("a", "1").With("bc", "").Hash);

    [Fact]
    public void Should_write_numbers_in_the_invariant_culture() =>
        Assert.Equal("0.001", new StageKey().With("rate", 0.001).Components["rate"]);
}
