using System.Text.RegularExpressions;
using FashionPipeline.Tests.Build;

namespace FashionPipeline.Tests.EndToEnd.Slurm;

/// <summary>Experiments on a real Slurm with two workers, through the real build.sh.</summary>
public sealed partial class SlurmTests : IClassFixture<LocalSlurm>, IAsyncDisposable
{
    // A training that is caught under way: seconds, not moments.
    private const string ManyEpochs = "60";

    private readonly LocalSlurm slurm;
    private readonly Sandbox sandbox = new();

    public SlurmTests(LocalSlurm slurm)
    {
        slurm.Require();
        this.slurm = slurm;
        WriteExperiment("eight", "[1, 2, 3, 4, 5, 6, 7, 8]", epochs: "1");
        WriteExperiment("two", "[1, 2]", ManyEpochs);
    }

    public async ValueTask DisposeAsync()
    {
        await slurm.Clear();
        sandbox.Dispose();
    }

    [Fact]
    public async Task Should_make_the_report_of_one_machine_byte_for_byte()
    {
        var local = await ReportOfOneMachine("eight");

        var run = await Run("--experiment", "eight.yaml", "--executor", "slurm", "--wait");

        AssertEndedWell(run);
        Assert.Contains("Report: ", run.Output, StringComparison.Ordinal);
        Assert.Matches("(?m)^submitted train-2 as job [0-9]+: 8 steps, ", run.Output);
        Assert.Matches("(?m)^report +1 done$", run.Output);
        Assert.Equal(local, ReportOf("eight"));
        Assert.Matches("^train/mlp/8 on w[12], task ", Log("eight", "train-mlp-8"));
    }

    [Fact]
    public async Task Should_submit_nothing_that_a_remote_store_has()
    {
        var local = await ReportOfOneMachine("eight");
        Directory.CreateDirectory(sandbox.PathOf("remote"));
        string[] remote = ["--remote", new Uri(sandbox.PathOf("remote")).AbsoluteUri];
        AssertEndedWell(await sandbox.Run(["--target", "Push", "--experiment", "eight.yaml", .. remote], OnOneMachine));

        var run = await Run([.. Submission("eight"), .. remote]);

        AssertEndedWell(run);
        Assert.Contains("Nothing to submit: the store has everything.", run.Output, StringComparison.Ordinal);
        Assert.Equal(local, ReportOf("eight"));
    }

    [Fact]
    public async Task Should_go_on_where_a_machine_failed_after_the_shell_that_submitted_has_ended()
    {
        var local = await ReportOfOneMachine("two");
        AssertEndedWell(await sandbox.RunBy(["setsid", "sh", "-c", "\"$@\"; exit $?", "sh"], Submission("two"), slurm.Use));
        await slurm.WaitUntil(
            () => Holds(Log("two", "train-mlp-1").Contains("epoch 3/", StringComparison.Ordinal)), "a training is under way");
        var machine = Machine().Match(Log("two", "train-mlp-1")).Value;

        slurm.Kill(machine);
        await slurm.WaitUntil(async () =>
        {
            await slurm.BeginAgainNow();
            return Log("two", "train-mlp-1").Contains("begun again 1 times", StringComparison.Ordinal);
        }, "the training begins again elsewhere");
        slurm.StartWorker(machine);
        await WaitForReport("two");

        Assert.Matches("(?s)epoch 3/.*begun again 1 times.*goes on from epoch ", Log("two", "train-mlp-1"));
        Assert.Equal(local, ReportOf("two"));
    }

    [Fact]
    public async Task Should_submit_nothing_twice_cancel_all_of_it_and_go_on_later()
    {
        AssertEndedWell(await Run(Submission("two")));
        await slurm.WaitUntil(
            () => Holds(Log("two", "train-mlp-1").Contains("epoch 2/", StringComparison.Ordinal)), "a training is under way");

        var again = await Run(Submission("two"));
        var cancelled = await Run("--target", "Cancel", "--experiment", "two.yaml");
        await slurm.WaitUntil(slurm.IsEmpty, "no job is left");
        var status = await Run("--target", "Status", "--experiment", "two.yaml");
        var rest = await Run([.. Submission("two"), "--only", "train/mlp/1", "--set", "training.epochs=61"]);
        await Run("--target", "Cancel", "--experiment", "two.yaml", "--set", "training.epochs=61");

        AssertEndedWell(again);
        Assert.Contains("Submitted before, and not ended: train/mlp/1, train/mlp/2, ", again.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing else to submit.", again.Output, StringComparison.Ordinal);
        Assert.Contains("Cancelled 6 steps. What is finished is kept.", cancelled.Output, StringComparison.Ordinal);
        Assert.Matches("(?m)^Submitted to Slurm:\r?$", status.Output);
        Assert.Matches("(?m)^preprocess +1 done$", status.Output);
        Assert.Matches("(?m)^train +2 failed$", status.Output);
        Assert.Contains("train/mlp/1  failed (CANCELLED", status.Output, StringComparison.Ordinal);
        Assert.Matches("submitted train-1 as job [0-9]+: 1 step ", rest.Output);
    }

    [Fact]
    public async Task Should_try_again_with_more_memory_where_a_step_was_ended_for_want_of_it()
    {
        var run = await Run(
            "--target", "Train", "--experiment", "two.yaml", "--only", "train/mlp/1", "--executor", "slurm", "--wait",
            "--set", "resources.train={memory: 90M}", "--name", "tight");

        AssertEndedWell(run);
        Assert.Matches("(?m)^train +1 done$", run.Output);
        Assert.Matches(@"submitted train-\d+ as job \d+: 1 step with 1 processors and 180 MB, attempt 2", Log("two@tight", "retry"));
    }

    // What looks after failures begins at the first one, while others are under way.
    [Fact]
    public async Task Should_try_again_what_fails_after_another_array_has()
    {
        string[] submission = [.. Submission("two"), "--target", "Train", "--set", "resources.train/mlp/2={cpus: 1, memory: 800M}"];
        var run = await Run([.. submission, "--name", "apart"]);
        AssertEndedWell(run);
        var jobs = SubmittedTraining().Matches(run.Output).Select(match => match.Value).ToList();
        await slurm.WaitUntil(
            () => Holds(Log("two@apart", "train-mlp-1").Contains("epoch 1/", StringComparison.Ordinal)
                && Log("two@apart", "train-mlp-2").Contains("epoch 1/", StringComparison.Ordinal)), "both trainings are under way");

        await slurm.Run("scancel", jobs[0]);
        await slurm.WaitUntil(
            () => Holds(Log("two@apart", "retry").Contains("is not tried again", StringComparison.Ordinal)), "the first failure was seen");
        slurm.KillStep("train/mlp/2");

        await slurm.WaitUntil(
            () => Holds(Log("two@apart", "retry").Contains(", attempt 2", StringComparison.Ordinal)), "the second one is tried again");
    }

    [Fact]
    public async Task Should_make_the_report_of_the_others_and_say_so_where_a_training_diverged()
    {
        var deep = string.Concat(Enumerable.Repeat("dense: {units: 64, activation: relu}, ", 25));
        File.WriteAllText(sandbox.PathOf("wild.yaml"), $$"""
            extends: quickstart
            title: Wild
            seeds: [1]
            remove: [cnn]
            analysis: {spectral_embedding: null}
            resources: {"*": {cpus: 1, memory: 900M} }
            training: {epochs: 1, batch_size: 1000, learning_rate: 1}
            models:
              - {name: deep, title: Deep, input: raw, layers: [flatten, {{deep}}dense: {units: 10, activation: softmax}]}
            """);

        var run = await Run([.. Submission("wild"), "--wait"]);

        Assert.True(run.ExitCode == 5, run.Errors + run.Output);
        Assert.Matches("(?m)^train +1 done, 1 left out$", run.Output);
        Assert.Contains("Left out: deep, as with seed 1 ", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(sandbox.Reports, "wild", "report.pdf")));
    }

    [Fact]
    public async Task Should_say_what_Slurm_refuses_and_submit_nothing()
    {
        var run = await Run([.. Submission("two"), "--set", "resources.evaluate={partition: nowhere}"]);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("sbatch refused (exit code 1): ", run.Errors, StringComparison.Ordinal);
        Assert.Contains("invalid partition specified: nowhere", run.Errors, StringComparison.Ordinal);
        await slurm.WaitUntil(slurm.IsEmpty, "no job is left");
    }

    private static string[] Submission(string experiment) => ["--experiment", $"{experiment}.yaml", "--executor", "slurm"];

    private static void AssertEndedWell(ScriptRun run) => Assert.True(run.ExitCode == 0, run.Errors + run.Output);

    private static Task<bool> Holds(bool condition) => Task.FromResult(condition);

    private Task<ScriptRun> Run(params string[] args) => sandbox.Run(args, slurm.Use);

    private void WriteExperiment(string name, string seeds, string epochs) => File.WriteAllText(sandbox.PathOf($"{name}.yaml"), $$"""
        extends: quickstart
        title: On a cluster
        seeds: {{seeds}}
        remove: [cnn]
        training: {epochs: {{epochs}} }
        analysis: {spectral_embedding: null}
        resources:
          "*": {cpus: 1, memory: 900M}
        """);

    // Relative path and digest of each file but those that hold times; in a store and a folder of its own.
    private async Task<IReadOnlyList<string>> ReportOfOneMachine(string experiment)
    {
        AssertEndedWell(await sandbox.Run(["--experiment", $"{experiment}.yaml"], OnOneMachine));
        var files = Sandbox.Digests(Path.Combine(sandbox.PathOf("local reports"), experiment));
        Assert.Contains(files, file => file.StartsWith("pipeline.lock.json ", StringComparison.Ordinal));
        return files;
    }

    private void OnOneMachine(IDictionary<string, string?> variables)
    {
        variables["FASHION_PIPELINE_CACHE"] = sandbox.PathOf("local cache");
        variables["FASHION_PIPELINE_REPORTS"] = sandbox.PathOf("local reports");
    }

    private IReadOnlyList<string> ReportOf(string experiment) => Sandbox.Digests(Path.Combine(sandbox.Reports, experiment));

    private Task WaitForReport(string experiment) => slurm.WaitUntil(
        async () => await slurm.IsEmpty() && File.Exists(Path.Combine(sandbox.Reports, experiment, "report.pdf")),
        "the report is there");

    private string Log(string experiment, string step) =>
        Path.Combine(sandbox.Cache, "submissions", experiment, "logs", $"{step}.log") is var path && File.Exists(path)
            ? File.ReadAllText(path) : "";

    [GeneratedRegex("(?<=submitted train-[0-9]+ as job )[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex SubmittedTraining();

    [GeneratedRegex("(?<= on )w[12](?=, task )", RegexOptions.CultureInvariant)]
    private static partial Regex Machine();
}
