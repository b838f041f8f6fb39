using Build.Options;
using FashionPipeline.Tests.Repository;

namespace FashionPipeline.Tests.Build;

/// <summary>What a user types and sees, through the real build.sh.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task Should_name_the_nearest_target()
    {
        var run = await BuildScript("--target", "Reprot");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("Error: Unknown target 'Reprot'. The nearest is: --target Report", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task Should_show_where_an_error_came_from_at_diagnostic_verbosity()
    {
        var run = await BuildScript("--experment", "x", "--verbosity", "diagnostic");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("'--experment'. The nearest is: --experiment", run.Errors, StringComparison.Ordinal);
        Assert.Contains("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_refuse_another_spelling_of_an_argument_rather_than_lose_values()
    {
        var run = await BuildScript("--set", "training.epochs=1", "--SET", "seeds=[1]", "--dryrun");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("Error: Unknown argument '--SET'. The nearest is: --set", run.Errors, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task Should_refuse_a_target_that_is_typed_without_its_option()
    {
        var run = await BuildScript("Report");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("Could not match 'Report' with an argument", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_do_the_whole_pipeline_in_the_order_of_its_stages()
    {
        var run = await BuildScript("--target", "Report", "--target", "Cache", "--dryrun"); // the last one has no plan

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            ["1. Download", "2. Preprocess", "3. Train", "4. Evaluate", "5. Select", "6. Embed", "7. Report", "8. Cache"],
            run.Output.ReplaceLineEndings("\n").Split('\n')
                .Where(line => line.Contains(". ", StringComparison.Ordinal) && char.IsAsciiDigit(line[0])));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("-?")]
    public async Task Should_say_what_can_be_typed(string option)
    {
        var run = await BuildScript(option);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(HelpText.Of("./build.sh"), run.Output.TrimEnd());
    }

    private static Task<ScriptRun> BuildScript(params string[] args)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "build.sh needs bash.");
        return ScriptRun.Of(Path.Combine(RepositoryFiles.Root, "build.sh"), Path.GetTempPath(), args);
    }
}
