using Cake.Frosting;

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

    [Fact]
    public void Should_refuse_tasks_that_depend_on_each_other()
    {
        var run = CakeRun.Of("--target", "Hen");

        Assert.Equal(-1, run.ExitCode);
        Assert.Contains("circular", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_stop_at_a_failure_after_Finally_and_say_the_message_once()
    {
        var run = CakeRun.Of("--target", "ServeBurnt");

        Assert.Equal(-1, run.ExitCode);
        Assert.Equal(["Finally"], run.Journal);
        Assert.Equal(["An error occurred when executing task 'Burn'.", "Error: The cake {0} is black."], run.Errors);
    }

    [Fact]
    public void Should_show_the_stack_trace_at_diagnostic_verbosity_only()
    {
        var run = CakeRun.Of("--target", "Burn", "--verbosity", "Diagnostic");

        Assert.Contains("   at ", run.Errors[^1], StringComparison.Ordinal);
        Assert.Contains(nameof(InvalidOperationException), run.Errors[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Should_list_every_message_of_several_errors()
    {
        var run = CakeRun.Of("--target", "BurnTwice");

        Assert.Equal(["Error:", "\tTop.", "\tBottom."], run.Errors[^1].ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd(' ')));
    }

    [Fact]
    public void Should_go_on_after_a_handled_error()
    {
        var run = CakeRun.Of("--target", "Decorate");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["OnError No icing.", "Decorate"], run.Journal);
        Assert.Equal(["Failed", "Failed", "Succeeded"], run.Output.SkipLast(2).TakeLast(3).Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]));
    }

    [Fact]
    public void Should_skip_a_dependency_that_is_not_to_run()
    {
        var run = CakeRun.Of("--target", "Party");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["Party"], run.Journal);
        Assert.Contains("Candles-On-Top                -                   Skipped             ", run.Output);
    }

    [Fact]
    public void Should_fail_when_the_target_itself_is_not_to_run()
    {
        var run = CakeRun.Of("--target", "Candles-On-Top");

        Assert.Equal(-1, run.ExitCode);
        Assert.StartsWith("Error: Could not reach target 'Candles-On-Top'", run.Errors[^1], StringComparison.Ordinal);
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
    public void Should_set_up_once_and_tear_down_after_success()
    {
        var run = CakeRun.Of(host => host.UseLifetime<ScenarioTasks.Kitchen>(), "--target", "Mix", "--target", "Heat");

        Assert.Equal(["Setup Mix: Heat Mix", "Heat", "Mix", "Heat", "Teardown well"], run.Journal);
    }

    [Fact]
    public void Should_tear_down_after_a_failure_too()
    {
        var run = CakeRun.Of(host => host.UseLifetime<ScenarioTasks.Kitchen>(), "--target", "Burn");

        Assert.Equal(-1, run.ExitCode);
        Assert.Equal(["Setup Burn: Burn", "Finally", "Teardown The cake {0} is black."], run.Journal);
    }

    [Fact]
    public void Should_leave_out_a_task_whose_context_is_not_there()
    {
        var run = CakeRun.Of("--target", "Elsewhere");

        Assert.Equal(-1, run.ExitCode);
        Assert.Contains("Elsewhere", run.Output[0], StringComparison.Ordinal);
        Assert.Equal(["Error: The target 'Elsewhere' was not found."], run.Errors);
    }

    [Fact]
    public void Should_register_it_when_the_host_has_that_context() =>
        Assert.Equal(0, CakeRun.Of(host => host.UseContext<ScenarioTasks.ForeignContext>(), "--target", "Elsewhere").ExitCode);
}
