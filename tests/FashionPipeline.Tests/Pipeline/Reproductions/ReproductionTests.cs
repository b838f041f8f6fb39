using System.Text;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Pipeline.Reproductions;
using FashionPipeline.Reporting.Diff;

namespace FashionPipeline.Tests.Pipeline.Reproductions;

public sealed class ReproductionTests : IDisposable
{
    private const string Here = "libtorch 2.10.0, .NET 10, x64 AuthenticAMD avx2, 2 threads";
    private const string Elsewhere = "libtorch 2.10.0, .NET 10, x64 GenuineIntel avx512, 2 threads";

    private static readonly Tolerance[] Tolerances =
        [new() { Metric = "models.*.runs.*.accuracy", Better = Direction.Higher, Absolute = 0.02 }];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Here, 1, 0.88, ReproductionOutcome.Equal)]
    [InlineData(Here, 2, 0.88, ReproductionOutcome.Different)]
    [InlineData(Elsewhere, 1, 0.88, ReproductionOutcome.Equal)]
    [InlineData(Elsewhere, 2, 0.87, ReproductionOutcome.WithinTolerance)]
    [InlineData(Elsewhere, 2, 0.80, ReproductionOutcome.OutsideTolerance)]
    public void Should_ask_for_equal_bits_but_where_the_lock_was_made_elsewhere(
        string environment, byte weights, double accuracy, ReproductionOutcome outcome)
    {
        var reproduction = Reproduction.Of(Report("lock", Here, 1, 0.88), Report("now", environment, weights, accuracy), Tolerances);

        Assert.Equal(outcome, reproduction.Outcome);
        Assert.Equal(environment != Here, reproduction.Notes.Any(note => note.Contains(Elsewhere, StringComparison.Ordinal)));
        Assert.Equal(outcome == ReproductionOutcome.OutsideTolerance, reproduction.OutsideTolerance.Count > 0);
    }

    [Fact]
    public void Should_say_what_else_than_the_lock_says_it_was_made_of()
    {
        var lines = Reproduction.Of(Report("lock", Here, 1, 0.88), Report("now", Here, 2, 0.88, epochs: "8"), Tolerances).ToTable();

        Assert.Contains("made of something else than the lock says: training.epochs 5 -> 8", lines);
        Assert.Equal("Not reproduced: 1 of 2 artifacts differ from the lock's.", lines[^1]);
    }

    [Fact]
    public void Should_refuse_metrics_that_are_not_those_of_the_lock()
    {
        Report("lock", Here, 1, 0.88);
        File.AppendAllText(folder["lock/metrics.json"], " ");

        var fault = Assert.Throws<InputException>(() => new ReproducedReport(folder["lock"], folder["cache"]));

        Assert.Contains("metrics.json is missing, or is not what the lock beside it names", fault.Message, StringComparison.Ordinal);
    }

    private ReproducedReport Report(string name, string environment, byte weights, double accuracy, string epochs = "5")
    {
        Directory.CreateDirectory(folder[name]);
        var metrics = Encoding.UTF8.GetBytes(FormattableString.Invariant(
            $$"""
            {"models": [{"name": "mlp", "trainingAccuracy": {"mean": 0.9}, "validationAccuracy": {"mean": 0.9},
              "validationLoss": {"mean": 0.3}, "runs": [{"seed": 1, "accuracy": {{accuracy}}}]}]}
            """));
        File.WriteAllBytes(folder[$"{name}/metrics.json"], metrics);
        File.WriteAllBytes(folder[$"{name}/{LockFile.FileName}"], new LockFile
        {
            Experiment = "quickstart",
            DataSet = "garments",
            Nodes = new(StringComparer.Ordinal)
            {
                ["report"] = new()
                {
                    Code = new('c', 64),
                    Artifacts = new(StringComparer.Ordinal) { ["metrics.json"] = Artifact.Of(metrics).ToString() },
                },
                ["train/mlp/1"] = new()
                {
                    Settings = new(StringComparer.Ordinal) { ["training.epochs"] = epochs },
                    Environment = environment,
                    Code = new('c', 64),
                    Artifacts = new(StringComparer.Ordinal) { ["weights.safetensors"] = Artifact.Of([weights]).ToString() },
                },
            },
        }.ToBytes());
        return new(folder[name], folder["cache"]);
    }
}
