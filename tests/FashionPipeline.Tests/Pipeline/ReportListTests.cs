using System.Text.RegularExpressions;
using FashionPipeline.Foundation.Diagnostics;
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
        Assert.Matches(@"^experiment +state +best model, test accuracy +report$", lines[0]);
        Assert.Single(lines, line => Regex.IsMatch(line, @"^base +\d of \d to run.* none$"));
        Assert.Single(lines, line => Regex.IsMatch(line, @"^tiny +current +mlp 0\.\d{4} \(0\.\d{4} to 0\.\d{4}\)  just now$"));
        Assert.Single(lines, line => Regex.IsMatch(line, @"^tiny@seven  training\.batch_size=7 +current +mlp 0\..* just now$"));
        Assert.Single(lines, line => Regex.IsMatch(line, @"^wrong +faulty +none$"));
    }

    [Fact]
    public void Should_list_what_nobody_can_make_any_more_and_keep_it_apart()
    {
        foreach (var (name, settings) in new[] { ("tiny@empty", ""), ("gone@x", "training.epochs=2\n") })
        {
            Directory.CreateDirectory(tiny[$"reports/{name}"]);
            File.WriteAllText(tiny[$"reports/{name}/variant.txt"], settings);
        }

        var lines = ReportList.Lines(tiny.Options, TimeProvider.System);

        Assert.Single(lines, line => Regex.IsMatch(line, @"^tiny@empty +faulty$"));
        Assert.Single(lines, line => Regex.IsMatch(line, @"^gone@x  training\.epochs=2 +faulty +none$"));
        Assert.Single(lines, line => line.StartsWith("tiny ", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_find_the_settings_of_a_variant_by_its_name()
    {
        var variant = tiny.Options with { Overrides = ["training.batch_size=9"], VariantName = "nine" };
        TinyRun.Report(variant);

        TinyRun.Report(variant with { Overrides = [" training.batch_size = 9 "] }); // the same, typed otherwise
        Assert.NotNull(IdleRun.Find(variant with { Overrides = [" training.batch_size = 9 "] }));
        TinyRun.Report(variant);
        Assert.NotNull(IdleRun.Find(tiny.Options.WithVariant("tiny@nine")!));
        Assert.Null(tiny.Options.WithVariant("tiny@none"));
        Assert.Null(tiny.Options.WithVariant("tiny"));
        var fault = Assert.Throws<InputException>(() => TinyRun.Report(variant with { Overrides = ["training.batch_size=8"] }));
        Assert.Contains("tiny@nine holds another variant: training.batch_size=9.", fault.Message, StringComparison.Ordinal);
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
