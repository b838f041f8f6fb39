using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Tests.Pipeline.Execution;

public sealed class RerunReasonTests
{
    [Fact]
    public void Should_say_that_a_stage_never_ran() =>
        Assert.Equal("no earlier result", RerunReason.Of(null, Key(("training.epochs", "5"))));

    [Fact]
    public void Should_name_the_setting_that_changed_with_both_values() =>
        Assert.Equal(
            "training.epochs 5 -> 8",
            RerunReason.Of(Record(("seed", "1"), ("training.epochs", "5")), Key(("seed", "1"), ("training.epochs", "8"))));

    [Fact]
    public void Should_name_what_is_new_and_what_is_gone() =>
        Assert.Equal(
            "layer.01 Flatten is gone, layer.02 Dropout is new",
            RerunReason.Of(Record(("layer.01", "Flatten")), Key(("layer.02", "Dropout"))));

    [Fact]
    public void Should_shorten_digests_and_leave_out_those_of_code() =>
        Assert.Equal(
            "code.FashionPipeline.Data changed, input.train aaaaaaaaaaaa -> bbbbbbbbbbbb",
            RerunReason.Of(
                Record(("code.FashionPipeline.Data", new string('1', 64)), ("input.train", new string('a', 64))),
                Key(("code.FashionPipeline.Data", new string('2', 64)), ("input.train", new string('b', 64)))));

    [Fact]
    public void Should_count_differences_beyond_three() =>
        Assert.EndsWith(
            "c 1 -> 2 and 2 more",
            RerunReason.Of(
                Record(("a", "1"), ("b", "1"), ("c", "1"), ("d", "1"), ("e", "1")),
                Key(("a", "2"), ("b", "2"), ("c", "2"), ("d", "2"), ("e", "2"))),
            StringComparison.Ordinal);

    private static StageKey Key(params (string Name, string Value)[] components) =>
        components.Aggregate(new StageKey(), (key, component) => key.With(component.Name, component.Value));

    private static StageRecord Record(params (string Name, string Value)[] components)
    {
        var key = Key(components);
        return new StageRecord { Id = "train", Key = key.Hash, Components = new(key.Components.ToDictionary()), Outputs = [] };
    }
}
