using FashionPipeline.Pipeline;

namespace FashionPipeline.Tests.Pipeline;

public sealed class ReportListTests(TinyRun tiny) : IClassFixture<TinyRun>
{
    [Fact]
    public void Should_list_experiments_and_variants_with_their_state_and_their_best_model()
    {
        var variant = tiny.Options with { Overrides = ["training.batch_size=7"], VariantName = "seven" };
        TinyRun.Report(variant);
        File.WriteAllText(tiny["experiments/wrong.yaml"], "extends: nothing\n");
        Assert.True(File.Exists(tiny["reports/tiny@seven/report.pdf"]));

        var lines = ReportList.Lines(tiny.Options, TimeProvider.System);

        File.Delete(tiny["experiments/wrong.yaml"]);
        Assert.Matches(@"^experiment +state +best model +report$", lines[0]);
        Assert.Matches(@"^base +\d of \d to run.* none$", lines[1]);
        Assert.Matches(@"^tiny +current +mlp 0\.\d{4} \(0\.\d{4} to 0\.\d{4}\)  just now$", lines[2]);
        Assert.Matches(@"^tiny@seven  training\.batch_size=7 +current +mlp 0\..* just now$", lines[3]);
        Assert.Matches(@"^wrong +faulty +none$", lines[4]);
        Assert.Equal(5, lines.Count);
    }

    [Fact]
    public void Should_leave_the_experiments_own_report_as_it_is_and_name_the_setting_of_a_variant()
    {
        var before = Directory.GetFiles(tiny["reports/tiny"]).ToDictionary(path => path, File.GetLastWriteTimeUtc);

        using (var pipeline = ExperimentPipeline.Open(tiny.Options with { Overrides = ["training.epochs=2"] }))
        {
            Assert.Contains("training.epochs 1 -> 2", string.Join('\n', pipeline.Plan().ToTable()), StringComparison.Ordinal);
        }

        TinyRun.Report(tiny.Options with { Overrides = ["training.epochs=2"] });
        Assert.Equal(before, Directory.GetFiles(tiny["reports/tiny"]).ToDictionary(path => path, File.GetLastWriteTimeUtc));
        Assert.NotNull(IdleRun.Find(tiny.Options));
        Assert.NotNull(IdleRun.Find(tiny.Options with { Overrides = ["training.epochs=2"] }));
    }
}
