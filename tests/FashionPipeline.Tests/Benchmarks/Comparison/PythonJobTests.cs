using FashionPipeline.Benchmarks;
using FashionPipeline.Benchmarks.Comparison;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Tests.Benchmarks.Comparison;

public sealed class PythonJobTests
{
    [Fact]
    public void Should_say_what_to_install_and_how_to_leave_Python_out_where_there_is_none()
    {
        using var folder = new TemporaryFolder();

        var fault = Assert.Throws<InputException>(() => PythonJob.Require(new BenchmarkOptions { Python = folder["python3"] }));

        Assert.StartsWith(
            $"The side python of the comparison cannot run: '{folder["python3"]}' cannot be started",
            fault.Message,
            StringComparison.Ordinal);
        Assert.Contains("apt install python3-torch python3-sklearn", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("type: --sides ours,libtorch", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_name_the_packages_that_Python_lacks()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A script of the shell stands for Python.");
        using var folder = new TemporaryFolder();
        var python = Script(folder, "echo 'missing torch sklearn '");

        var fault = Assert.Throws<InputException>(() => PythonJob.Require(new BenchmarkOptions { Python = python }));

        Assert.Contains($"{python} lacks torch, sklearn.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_have_nothing_against_a_Python_that_lacks_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A script of the shell stands for Python.");
        using var folder = new TemporaryFolder();

        PythonJob.Require(new BenchmarkOptions { Python = Script(folder, "echo 'missing '") });
    }

    private static string Script(TemporaryFolder folder, string line)
    {
        File.WriteAllText(folder["python3"], $"#!/bin/sh\n{line}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder["python3"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return folder["python3"];
    }
}
