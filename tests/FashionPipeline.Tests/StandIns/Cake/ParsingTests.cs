namespace FashionPipeline.Tests.StandIns.Cake;

public sealed class ParsingTests
{
    [Theory]
    [InlineData("--colour", "red")]
    [InlineData("--colour=red")]
    [InlineData("--colour:red")]
    [InlineData("--COLOUR=red")]
    public void Should_take_the_value_of_an_argument_in_every_way_of_writing(params string[] typed)
    {
        var run = CakeRun.Of(["--target", "Ask", .. typed]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("colour=red", run.Journal[0], ignoreCase: true);
        Assert.Equal("target=Ask", run.Journal[1]);
    }

    [Fact]
    public void Should_split_an_argument_at_the_first_separator_only() =>
        Assert.Equal(["set=training.epochs=1", "target=Ask"], CakeRun.Of("-t", "Ask", "--set=training.epochs=1").Journal);

    [Fact]
    public void Should_keep_repeated_values_in_the_order_typed() =>
        Assert.Equal(["set=b,a,<none>", "target=Ask"], CakeRun.Of("--set", "b", "--target", "Ask", "--set", "a", "--set").Journal);

    [Fact]
    public void Should_keep_the_values_of_the_last_spelling_only() =>
        Assert.Equal("a", CakeRun.Of("--set", "b", "--target", "Ask", "--SET", "a").Journal[0].Split('=')[1]);

    [Fact]
    public void Should_take_a_negative_number_as_a_value() =>
        Assert.Equal(["jobs=-1", "target=Ask"], CakeRun.Of("--jobs", "-1", "--target", "Ask").Journal);

    [Theory]
    [InlineData("Bake")]
    [InlineData("--tree", "Bake")]
    [InlineData("--target", "Ask", "Bake")]
    [InlineData("--x", "1")]
    [InlineData("--target")]
    [InlineData("--verbosity", "loud")]
    [InlineData("--tree=perhaps")]
    public void Should_refuse_what_cannot_be_read_before_anything_runs(params string[] typed)
    {
        var run = CakeRun.Of(typed);

        // The message goes to standard output past the console.
        Assert.Equal(-1, run.ExitCode);
        Assert.Empty(run.Errors);
        Assert.Empty(run.Journal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Should_refuse_a_working_folder_that_is_not_there()
    {
        var run = CakeRun.Of("--working", "no-such-folder");

        Assert.Equal(-1, run.ExitCode);
        Assert.StartsWith("Error: ", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_run_Default_when_no_target_is_named() => Assert.Equal(["Heat", "Mix", "Bake"], CakeRun.Of().Journal);

    [Fact]
    public void Should_find_a_target_whatever_its_case() => Assert.Equal(["Heat"], CakeRun.Of("--Target", "hEAT").Journal);

    [Fact]
    public void Should_run_in_the_working_folder()
    {
        var before = Environment.CurrentDirectory;

        // The current folder is the process's: it is named as it is, so that tests at the same time see no change.
        var run = CakeRun.Of("--working", ".", "--target", "Where");

        Assert.Equal([before], run.Journal);
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("--ver")]
    [InlineData("--info")]
    public void Should_answer_and_run_nothing_even_when_the_target_is_wrong(string option)
    {
        var run = CakeRun.Of(option, "--target", "Nowhere");

        Assert.Equal(0, run.ExitCode);
        Assert.NotEmpty(run.Output);
        Assert.Empty(run.Errors);
        Assert.Empty(run.Journal);
    }
}
