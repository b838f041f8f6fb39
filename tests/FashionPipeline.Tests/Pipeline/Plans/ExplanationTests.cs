using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Plans;

namespace FashionPipeline.Tests.Pipeline.Plans;

public sealed class ExplanationTests
{
    [Fact]
    public void Should_list_every_cause_and_what_is_behind_an_input_below_it()
    {
        var layer = "conv2d: {filters: 32, kernel: [3, 3], padding: valid, activation: relu, initialiser: glorot_uniform}";
        var explanation = new Explanation("quickstart", null,
        [
            new("train/cnn/1", "run",
            [
                new() { Kind = CauseKind.Code, Name = "Adam.Update", Before = "1", Now = "2" },
                new() { Kind = CauseKind.Code, Name = "Adam.Old", Before = "1" },
                new() { Kind = CauseKind.Package, Name = "TorchSharp", Before = "0.106.0", Now = "0.107.0" },
                new() { Kind = CauseKind.Setting, Name = "models.cnn.layers.01", Before = layer, Now = "flatten" },
                new() { Kind = CauseKind.Environment, Name = "environment", Before = "portable, .NET 10", Now = "portable, .NET 11" },
                new()
                {
                    Kind = CauseKind.Input, Name = "train", Before = new('a', 64), Now = new('b', 64), Maker = "preprocess",
                    Because = [new() { Kind = CauseKind.Setting, Name = "dataset.synthetic.seed", Before = "1", Now = "2" }],
                },
            ]),
            new("embed", "current", []),
        ]);

        Assert.Equal(
            [
                "train/cnn/1  run",
                "  code  Adam.Update changed",
                "  code  Adam.Old is gone",
                "  package  TorchSharp  0.106.0 -> 0.107.0",
                $"  setting  models.cnn.layers.01  {layer} -> flatten",
                "  environment  environment  portable, .NET 10 -> portable, .NET 11",
                "  input  train aaaaaaaaaaaa -> bbbbbbbbbbbb, made by preprocess because of",
                "      setting  dataset.synthetic.seed  1 -> 2",
                "embed  current",
            ],
            explanation.ToTable());
    }

    [Fact]
    public void Should_tell_once_what_changed_in_a_node_that_others_read()
    {
        var setting = new Cause { Kind = CauseKind.Setting, Name = "training.epochs", Before = "5", Now = "8" };
        var input = new Cause
        {
            Kind = CauseKind.Input, Name = "weights", Before = "1", Now = "2", Maker = "train/mlp/1", Because = [setting],
        };

        Assert.Equal(
            ["evaluate/mlp/1  changed", "  input  weights 1 -> 2, made by train/mlp/1: see there", "train/mlp/1  changed",
                "  setting  training.epochs  5 -> 8"],
            new Explanation("quickstart", "HEAD", [new("evaluate/mlp/1", "changed", [input]), new("train/mlp/1", "changed", [setting])])
                .ToTable());
    }

    [Fact]
    public void Should_say_where_nothing_differs()
    {
        Assert.Equal(["Nothing has to run: all nodes are current."], new Explanation("quickstart", null, []).ToTable());
        Assert.Equal(["Nothing differs from HEAD~1."], new Explanation("quickstart", "HEAD~1", []).ToTable());
    }
}
