using Cake.Core;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;

namespace FashionPipeline.Tests.StandIns.Cake;

public sealed class ExecutionTests
{
    [Fact]
    public void Should_run_dependencies_first_and_each_task_once() =>
        Assert.Equal(["Heat", "Mix", "Bake"], CakeRun.Of("--target", "Bake").Journal);

    [Fact]
    public void Should_run_a_shared_dependency_once_per_target() =>
        Assert.Equal(["Heat", "Mix", "Heat"], CakeRun.Of("--target", "Mix", "--target", "Heat").Journal);

    [Fact]
    public void Should_leave_dependencies_out_when_exclusive() =>
        Assert.Equal(["Bake"], CakeRun.Of("--target", "Bake", "--exclusive").Journal);

    [Fact]
    public void Should_run_nothing_when_the_second_target_is_missing()
    {
        var run = CakeRun.Of("--target", "Heat", "--target", "Nowhere");

        Assert.Equal(-1, run.ExitCode);
        Assert.Equal(["Error: The target 'Nowhere' was not found."], run.Errors);
        Assert.Empty(run.Journal);
    }

    // Whatever the target: such tasks are refused as they are connected.
    [Theory]
    [InlineData("Hen")]
    [InlineData("Heat")]
    public void Should_refuse_tasks_that_depend_on_each_other(string target)
    {
        var run = CakeRun.Of(
            host => host.ConfigureServices(services => services.AddSingleton<IFrostingTask, Hen>().AddSingleton<IFrostingTask, Egg>()),
            "--target",
            target);

        Assert.Equal(-1, run.ExitCode);
        Assert.StartsWith("Error: Unidirectional edges", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Empty(run.Journal);
    }

    [Fact]
    public void Should_stop_at_a_failure_and_say_its_message_once()
    {
        var run = CakeRun.Of("--target", "ServeBurnt");

        Assert.Equal(-1, run.ExitCode);
        Assert.Empty(run.Journal);
        Assert.Equal(["An error occurred when executing task 'Burn'.", "Error: The cake {0} is black."], run.Errors);
    }

    [Fact]
    public void Should_say_every_message_of_several_errors() =>
        Assert.Equal("Error: One or more errors occurred. (Top.) (Bottom.)", CakeRun.Of("--target", "BurnTwice").Errors[^1]);

    [Fact]
    public void Should_call_the_lifetime_around_each_task()
    {
        var run = CakeRun.Of(host => host.UseTaskLifetime<ScenarioTasks.Kitchen>(), "--target", "Mix");

        Assert.Equal(["Setup Heat", "Heat", "Teardown Heat True", "Setup Mix", "Mix", "Teardown Mix True"], run.Journal);
    }

    [Fact]
    public void Should_call_the_lifetime_after_a_failure_too() =>
        Assert.Equal(
            ["Setup Burn", "Teardown Burn False"],
            CakeRun.Of(host => host.UseTaskLifetime<ScenarioTasks.Kitchen>(), "--target", "Burn").Journal);

    [Fact]
    public void Should_show_the_stack_trace_at_diagnostic_verbosity_only()
    {
        var run = CakeRun.Of("--target", "Burn", "--verbosity", "Diagnostic");

        Assert.Contains("   at ", run.Errors[^1], StringComparison.Ordinal);
        Assert.Contains(nameof(InvalidOperationException), run.Errors[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Should_print_the_summary_after_a_failure()
    {
        var run = CakeRun.Of("--target", "ServeBurnt");

        Assert.EndsWith("Failed              ", run.Output[^3], StringComparison.Ordinal);
        Assert.StartsWith("Total:", run.Output[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output, line => line.StartsWith("ServeBurnt", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_leave_out_a_task_whose_context_is_not_there()
    {
        var run = CakeRun.Of("--target", "Elsewhere");

        Assert.Equal(-1, run.ExitCode);
        Assert.StartsWith("Task cannot be used since the context isn't convertible to ", run.Output[0], StringComparison.Ordinal);
        Assert.Equal(["Error: The target 'Elsewhere' was not found."], run.Errors);
    }

    [Fact]
    public void Should_register_it_when_the_host_has_that_context() =>
        Assert.Equal(0, CakeRun.Of(host => host.UseContext<ScenarioTasks.ForeignContext>(), "--target", "Elsewhere").ExitCode);

    [IsDependentOn(typeof(Egg))]
    private sealed class Hen : FrostingTask<ICakeContext>;

    [IsDependentOn(typeof(Hen))]
    private sealed class Egg : FrostingTask<ICakeContext>;
}
