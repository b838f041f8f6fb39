using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Tests.Pipeline.Store;

public sealed class StageKeyTests
{
    private static readonly StageKey Key =
        new() { Stage = "train", Settings = new() { ["a"] = "1", ["b"] = "2" }, Inputs = new() { ["c"] = "3" }, Code = "4" };

    [Fact]
    public void Should_not_depend_on_the_order_in_which_components_are_added() =>
        Assert.Equal(Key.Hash(), (Key with { Settings = new() { ["b"] = "2", ["a"] = "1" } }).Hash());

    [Fact]
    public void Should_depend_on_every_component()
    {
        StageKey[] keys =
        [
            Key,
            Key with { Stage = "other" },
            Key with { Code = "other" },
            Key with { Environment = "other" },
            Key with { Settings = new() { ["a"] = "1", ["b"] = "other" } },
            Key with { Settings = new() { ["a"] = "1", ["other"] = "2" } },
            Key with { Settings = new() { ["a"] = "1", ["b"] = "2", ["c"] = "3" } },
            Key with { Settings = new() { ["a"] = "1", ["b"] = "2", ["c"] = "3" }, Inputs = [] },
            Key with { Inputs = new() { ["c"] = "other" } },
            Key with { Inputs = new() { ["other"] = "3" } },
        ];

        Assert.Equal(keys.Length, keys.Select(key => key.Hash()).Distinct().Count());
    }

    [Fact]
    public void Should_keep_apart_components_whose_texts_read_alike() =>
        Assert.NotEqual(
            (Key with { Settings = new() { ["a"] = "1b", ["c"] = "" } })
                .Hash(), (Key with { Settings = new() { ["a"] = "1", ["bc"] = "" } }).Hash());

    [Fact]
    public void Should_tell_inputs_from_settings_among_the_components() =>
        Assert.Equal(["a", "b", "code", "input.c"], Key.Components.Keys);
}
