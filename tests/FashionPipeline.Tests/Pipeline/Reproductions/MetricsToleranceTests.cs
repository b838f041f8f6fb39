using System.Text;
using FashionPipeline.Pipeline.Reproductions;

namespace FashionPipeline.Tests.Pipeline.Reproductions;

public sealed class MetricsToleranceTests
{
    [Fact]
    public void Should_let_pass_what_is_near() => Assert.Empty(MetricsTolerance.Outside(Metrics(0.88, 0.30), Metrics(0.861, 0.329)));

    [Fact]
    public void Should_name_each_metric_that_is_too_far_off() => Assert.Equal(
        ["mlp 12345 accuracy  0.88 -> 0.85", "mlp validationLoss  0.3 -> 0.34"],
        MetricsTolerance.Outside(Metrics(0.88, 0.30), Metrics(0.85, 0.34)));

    private static byte[] Metrics(double accuracy, double loss) => Encoding.UTF8.GetBytes(FormattableString.Invariant(
        $$"""
        {"models": [{"name": "mlp", "trainingAccuracy": {"mean": 0.9}, "validationAccuracy": {"mean": 0.9},
          "validationLoss": {"mean": {{loss}}}, "runs": [{"seed": 12345, "accuracy": {{accuracy}}}]}]}
        """));
}
