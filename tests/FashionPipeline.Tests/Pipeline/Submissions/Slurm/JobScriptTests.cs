using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Submissions;
using FashionPipeline.Pipeline.Submissions.Slurm;
using FashionPipeline.Tests.Build;

namespace FashionPipeline.Tests.Pipeline.Submissions.Slurm;

public sealed class JobScriptTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Should_write_the_script_of_an_array_as_it_was_accepted() =>
        await Verify(JobScript.Of(Steps.Array(2, "train/mlp/1", "train/mlp/2"), Program("/opt/dot net/dotnet", "/it's/Build.dll")));

    // As a job sees it: whatever is in a path, the program gets it as one word.
    [Fact]
    public async Task Should_start_the_step_of_its_index_with_the_processors_that_it_got()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Slurm's jobs need a POSIX shell.");
        var script = Path.Combine(folder.Path, "a script.sh");
        var program = Program(
            "/bin/sh", "-c", """printf '%s|' "$@" "$FASHION" "$DOTNET_PROCESSOR_COUNT" """, "sh", "it's a $HOME `path`; \"quoted\"");
        await File.WriteAllTextAsync(
            script, JobScript.Of(Steps.Array(2, "train/mlp/1", "train/mlp/2"), program), TestContext.Current.CancellationToken);

        var run = await ScriptRun.Of("/bin/sh", folder.Path, [script], variables =>
        {
            variables["SLURM_ARRAY_TASK_ID"] = "1";
            variables["SLURM_ARRAY_JOB_ID"] = "12";
            variables["SLURMD_NODENAME"] = "w1";
            variables["SLURM_CPUS_PER_TASK"] = "3";
        });

        Assert.Equal(("", 0), (run.Errors, run.ExitCode));
        Assert.Equal(
            ["train/mlp/2 on w1, task 12_1, begun again 0 times", "it's a $HOME `path`; \"quoted\"|train/mlp/2|a b|3|"],
            run.Output.Split('\n'));
    }

    [Fact]
    public void Should_ask_for_what_the_steps_get_and_wait_for_what_they_need()
    {
        var array = Steps.Array(2, "train/mlp/1", "train/mlp/2") with
        {
            Resources = new NodeResources
            {
                Cpus = 8, MemoryMegabytes = 16384, Minutes = 120, Partition = "long", Account = "me", Constraint = "avx2|avx512",
            },
        };

        Assert.Equal(
            [
                "--parsable", "--job-name=small/train-2", "-o", "/100%% of it/logs/%a.log", "--open-mode=append", "--nodes=1", "--ntasks=1",
                "--requeue", "--kill-on-invalid-dep=yes", "--export=ALL", "--chdir=/s", "--array=0-1", "--cpus-per-task=8", "--mem=16384M",
                "--time=120", "--partition=long", "--account=me", "--constraint=avx2|avx512", "--dependency=afterok:10:11_3",
                "/s/train-2.sh",
            ],
            SbatchArguments.Of(array, "small", ["10", "11_3"], "/100% of it/logs", "/s/train-2.sh"));
    }

    [Fact]
    public void Should_try_again_where_one_of_the_arrays_has_a_task_that_failed() => Assert.Contains(
        "--dependency=afternotok:10?afternotok:11", SbatchArguments.OfRetry(
            [Steps.Array(1, "preprocess"), Steps.Array(2, "train/mlp/1")], "small", "/logs/retry.log", "/s/retry.sh"));

    private static SubmittedProgram Program(params string[] command) => new()
    {
        RunNode = command, Retry = command, Environment = [new("FASHION", "a b")], CompileLock = "/no such/build.sh.lock",
    };
}
