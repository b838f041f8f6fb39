using Build;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline;
using FashionPipeline.Pipeline.Locks;

namespace FashionPipeline.Tests.Build;

/// <summary>How the build program completes what a lower room says.</summary>
public sealed class AdviceTests
{
    [Fact]
    public void Should_add_the_command_to_the_fault_of_a_lower_room()
    {
        var fault = Assert.Throws<InputException>(() =>
            Advice.Give(" --experiment quickstart", () => LockFile.Read("{}"u8.ToArray(), "lock.json")));

        Assert.EndsWith(
            $"Take it from git, or make it again:\n  {Advice.Script} --target Report --experiment quickstart", fault.Message,
            StringComparison.Ordinal);
        Assert.IsType<InputException>(fault.InnerException);
    }

    [Fact]
    public void Should_name_the_experiment_that_the_fault_is_about()
    {
        var fault = Assert.Throws<InputException>(() => Advice.Give(" --experiment quickstart", () =>
            throw new InputException("Make that report.") { Remedy = Remedy.MakeReport, Experiment = "other" }));

        Assert.Equal($"Make that report:\n  {Advice.Script} --target Report --experiment other", fault.Message);
    }

    [Fact]
    public void Should_leave_a_fault_without_a_remedy_as_it_is()
    {
        var fault = new InputException("Rename the file.");

        Assert.Same(fault, Assert.Throws<InputException>(() => Advice.Give("", () => throw fault)));
    }

    [Theory]
    [InlineData(Remedy.EvaluateAgain, false, "./build.sh --target Evaluate")]
    [InlineData(Remedy.EvaluateAgain, true, "./build.ps1 --target Evaluate")]
    [InlineData(Remedy.NameStore, false, "FASHION_PIPELINE_CACHE=FOLDER ./build.sh ...")]
    [InlineData(Remedy.NameStore, true, "$env:FASHION_PIPELINE_CACHE='FOLDER'; ./build.ps1 ...")]
    public void Should_spell_a_command_as_the_system_does(Remedy remedy, bool isWindows, string expected) =>
        Assert.Equal(expected, Advice.Of(remedy, isWindows));

    [Theory]
    [InlineData(false, "./build.sh")]
    [InlineData(true, "./build.ps1")]
    public void Should_know_a_command_for_every_remedy(bool isWindows, string script) =>
        Assert.All(Enum.GetValues<Remedy>(), remedy => Assert.All(
            Advice.Of(remedy, isWindows).Split('\n'), line => Assert.Contains(script, line, StringComparison.Ordinal)));

    // The card of a model has it: the same whatever system it was written on, and wherever the repository lies.
    [Theory]
    [InlineData("quickstart", "./build.sh --target Export --experiment quickstart")]
    [InlineData("/repository/experiments/my own.yaml", "./build.sh --target Export --experiment 'experiments/my own.yaml'")]
    [InlineData("/elsewhere/mine.yaml", "./build.sh --target Export --experiment mine.yaml")]
    [InlineData(
        "quickstart", "./build.sh --target Export --experiment quickstart --set training.epochs=8 --set 'remove=[mlp]' --name longer",
        "training.epochs=8", "remove=[mlp]")]
    public void Should_spell_the_command_that_exports_a_model(string experiment, string expected, params string[] settings) => Assert.Equal(
        expected,
        Advice.ToExport(new PipelineOptions
        {
            Root = "/repository",
            Experiment = experiment,
            Overrides = settings,
            VariantName = settings.Length > 0 ? "longer" : null,
        }));
}
