using System.Text.RegularExpressions;

namespace FashionPipeline.Tests.StandIns.Cake;

public sealed partial class OutputTests
{
    private const string LeftOut = "Task cannot be used";

    [Fact]
    public void Should_print_banners_and_the_summary_in_columns()
    {
        var run = CakeRun.Of("--target", "Default");

        Assert.Equal(
            [
                "",
                "========================================",
                "Heat",
                "========================================",
                "",
                "========================================",
                "Mix",
                "========================================",
                "",
                "========================================",
                "Bake",
                "========================================",
                "",
                "========================================",
                "Default",
                "========================================",
                "",
                "Task                          Duration            Status              ",
                "----------------------------------------------------------------------",
                "Heat                          T                   Succeeded           ",
                "Mix                           T                   Succeeded           ",
                "Bake                          T                   Succeeded           ",
                "----------------------------------------------------------------------",
                "Total:                        T                                       ",
            ],
            Lines(run));
    }

    [Fact]
    public void Should_name_a_task_without_work_at_verbose_only() =>
        Assert.Contains("Default                       T                   Succeeded           ", Lines(CakeRun.Of("--verbosity=v")));

    [Fact]
    public void Should_print_no_banner_when_quiet() => Assert.DoesNotContain("Heat", CakeRun.Of("-v", "q", "--target", "Heat").Output);

    [Fact]
    public void Should_list_but_not_run_in_a_dry_run()
    {
        var run = CakeRun.Of("--target", "Bake", "--dryrun");

        Assert.Equal(
            [
                "Performing dry run...", "Targets are: Bake", "",
                "1. Heat", "2. Mix", "3. Bake", "",
                "This was a dry run.", "No tasks were actually executed.",
            ],
            Lines(run));
        Assert.Empty(run.Journal);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void Should_draw_dependencies_as_a_tree()
    {
        var lines = Lines(CakeRun.Of("--tree", "--target", "Ask")).ToList();

        Assert.Equal(["", "Default", "└─Bake", "   ├─Mix", "   │ └─Heat", "   └─Heat", "", "Ask", ""], lines[..9]);
    }

    [Fact]
    public void Should_describe_tasks()
    {
        var lines = Lines(CakeRun.Of("--showdescription")).ToList();

        Assert.Equal(["", "Task                          Description", new string('=', 80)], lines[..3]);
        Assert.Contains("Heat                          Heats the oven", lines);
    }

    private static IEnumerable<string> Lines(CakeRun run) => run.Output
        .Where(line => !line.StartsWith(LeftOut, StringComparison.Ordinal))
        .Select(line => Duration().Replace(line, "T               "));

    [GeneratedRegex(@"\d\d:\d\d:\d\d(\.\d{7}|        )")]
    private static partial Regex Duration();
}
