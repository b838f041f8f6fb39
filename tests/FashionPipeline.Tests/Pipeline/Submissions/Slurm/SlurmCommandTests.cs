using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Submissions.Slurm;

namespace FashionPipeline.Tests.Pipeline.Submissions.Slurm;

public sealed class SlurmCommandTests
{
    [Fact]
    public void Should_say_that_a_machine_has_no_Slurm()
    {
        var fault = Assert.Throws<InputException>(() => SlurmCommand.Run("sbatch-that-is-not-there", []));

        Assert.StartsWith("sbatch-that-is-not-there is not there, or cannot be started.", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Submit on a machine of the cluster", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_in_its_own_words_why_a_command_refuses()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Slurm's commands are those of Unix.");

        var fault = Assert.Throws<InputException>(() => SlurmCommand.Run("sh", ["-c", "echo no such account >&2; exit 3"]));

        Assert.Equal("sh refused (exit code 3): no such account", fault.Message);
    }
}
