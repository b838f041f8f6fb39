using Build;
using Cake.Core;
using Cake.Frosting;
using FashionPipeline.Benchmarks;
using FashionPipeline.Benchmarks.Comparison;
using FashionPipeline.Pipeline;
using FashionPipeline.Tests.StandIns.Cake;
using Microsoft.Extensions.DependencyInjection;

namespace FashionPipeline.Tests.Build;

public sealed class PipelineContextTests
{
    [Fact]
    public void Should_describe_the_source_s_experiment_when_nothing_is_typed()
    {
        var options = Read().Context!.Options;

        Assert.Equal("fashion-mnist", options.Experiment);
        Assert.Empty(options.Overrides);
        Assert.True(File.Exists(Path.Combine(options.Root, "FashionPipeline.sln")));
    }

    [Fact]
    public void Should_keep_every_setting_in_order() =>
        Assert.Equal(
            ["training.epochs=1", "seeds=[1, 2]"],
            Read("--set", "training.epochs=1", "--set=seeds=[1, 2]").Context!.Options.Overrides);

    [Fact]
    public void Should_read_what_is_for_the_benchmarks()
    {
        var context = Read("--target", "Benchmark", "--rounds", "5", "--part", "growth", "--part", "kernels").Context!;

        Assert.Equal(["growth", "kernels"], context.BenchmarkParts);
        Assert.Equal(5, context.BenchmarkRounds);
        Assert.Empty(Read().Context!.BenchmarkParts);
        Assert.Equal(3, Read().Context!.BenchmarkRounds);
    }

    [Fact]
    public void Should_know_the_parts_and_sides_that_the_benchmarks_know()
    {
        var parts = Enum.GetNames<Part>().Select(part => part.ToLowerInvariant()).ToList();
        var typed = parts.SelectMany(part => new[] { "--part", part });

        Assert.Equal(parts, Read(["--target", "Benchmark", .. typed]).Context!.BenchmarkParts);
        Assert.Equal(string.Join(',', Side.All.Select(side => side.Name)), Read().Context!.BenchmarkSides);
        Assert.Equal("libtorch,ours", Read("--target", "Benchmark", "--sides", "libtorch,ours").Context!.BenchmarkSides);
    }

    [Theory]
    [InlineData("quickstart", "quickstart")]
    [InlineData("mine.yaml", "{typed}/mine.yaml")]
    [InlineData("../other/mine", "{above}/other/mine")]
    public void Should_read_a_path_to_an_experiment_from_where_the_user_typed(string typed, string expected) =>
        Assert.Equal(Expand(expected), Read("--experiment", typed).Context!.Options.Experiment);

    [Theory]
    [InlineData("https://mirror.example/data", "https://mirror.example/data")]
    [InlineData("data", "{typed}/data")]
    [InlineData("/srv/data", "/srv/data")]
    public void Should_read_a_mirror_as_a_URL_or_a_folder_from_where_the_user_typed(string typed, string expected) =>
        Assert.Equal(Expand(expected), Read("--mirror", typed).Context!.Options.Mirror);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(64, 32)]
    public void Should_share_the_cores_among_jobs_of_two(int cores, int jobs) => Assert.Equal(jobs, PipelineOptions.JobsOf(cores));

    [Fact]
    public void Should_choose_jobs_by_the_cores_unless_they_are_given()
    {
        Assert.Equal(PipelineOptions.JobsOf(Environment.ProcessorCount), Read().Context!.Options.Jobs);
        Assert.Equal(PipelineOptions.JobsOf(Environment.ProcessorCount), Read("--jobs", "auto").Context!.Options.Jobs);
        Assert.Equal(3, Read("--jobs", "3").Context!.Options.Jobs);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("2.5")]
    [InlineData("many")]
    public void Should_refuse_jobs_that_are_no_positive_whole_number(string jobs)
    {
        var reading = Read("--jobs", jobs);

        Assert.Equal(-1, reading.Run.ExitCode);
        Assert.StartsWith($"Error: --jobs: found '{jobs}', expected", Assert.Single(reading.Run.Errors), StringComparison.Ordinal);
        Assert.Empty(reading.Run.Journal);
    }

    [Theory]
    [InlineData("epochs")]
    [InlineData("=1")]
    public void Should_refuse_a_setting_without_key_or_value(string setting) =>
        Assert.StartsWith($"Error: --set: found '{setting}'", Assert.Single(Read("--set", setting).Run.Errors), StringComparison.Ordinal);

    [Fact]
    public void Should_name_the_nearest_target_and_argument_together_and_run_nothing()
    {
        var reading = Read("--target", "Reprot", "--experment", "x");

        Assert.Equal(-1, reading.Run.ExitCode);
        var message = Assert.Single(reading.Run.Errors);
        Assert.Contains("'Reprot'. The nearest is: --target Report", message, StringComparison.Ordinal);
        Assert.Contains("'--experment'. The nearest is: --experiment", message, StringComparison.Ordinal);
        Assert.Empty(reading.Run.Journal);
    }

    [Fact]
    public void Should_refuse_an_option_of_Cake_that_is_written_otherwise() =>
        Assert.Contains("'--Tree'. The nearest is: --tree", Assert.Single(Read("--Tree").Run.Errors), StringComparison.Ordinal);

    [Fact]
    public void Should_say_what_to_type_when_a_value_is_missing() =>
        Assert.Contains("Type: --experiment NAME", Assert.Single(Read("--experiment").Run.Errors), StringComparison.Ordinal);

    [Theory]
    [InlineData("Report", "--rounds", "5", "--rounds is not read by target Report. It is read by: Benchmark")]
    [InlineData("Test", "--set", "seeds=[1]", "--set is not read by target Test. It is read by: Default, Download, Preprocess")]
    [InlineData("Reprot", "--rounds", "many", "--rounds: found 'many', expected a whole number")]
    [InlineData("Benchmark", "--part", "growht", "--part: found 'growht', expected comparison, growth, kernels, accuracy or epoch")]
    [InlineData("Benchmark", "--sides", "ours,torch", "--sides: found 'ours,torch', expected some of ours,libtorch,python, each once")]
    public void Should_refuse_what_the_target_does_not_read_or_understand(string target, string option, string value, string message) =>
        Assert.Contains(message, Assert.Single(Read("--target", target, option, value).Run.Errors), StringComparison.Ordinal);

    [Fact]
    public void Should_take_an_option_that_one_of_several_targets_reads() =>
        Assert.Equal("Some", Read("--target", "Build", "--target", "Test", "--tests", "Some").Context!.TestNamespace);

    [Fact]
    public void Should_refuse_a_second_value_where_one_is_read() =>
        Assert.Contains("--jobs takes one value; found 1, 2", Assert.Single(Read("--jobs", "1", "--jobs", "2").Run.Errors));

    private static string Expand(string text) => text
        .Replace("{typed}", Environment.CurrentDirectory, StringComparison.Ordinal)
        .Replace("{above}", Path.GetDirectoryName(Environment.CurrentDirectory), StringComparison.Ordinal);

    private static Reading Read(params string[] args)
    {
        var reading = new Reading();
        var run = CakeRun.Of(
            host => host.UseContext<ProbeContext>().ConfigureServices(services => services.AddSingleton(reading)),
            args);
        reading.Run = run;
        return reading;
    }

    public sealed class Reading
    {
        internal CakeRun Run { get; set; } = null!;

        public PipelineContext? Context { get; set; }
    }

    /// <summary>Lets the real host make a context of the build program beside the tasks of the tests.</summary>
    public sealed class ProbeContext : FrostingContext
    {
        public ProbeContext(ICakeContext context, Reading reading)
            : base(context) => reading.Context = new PipelineContext(context);
    }
}
