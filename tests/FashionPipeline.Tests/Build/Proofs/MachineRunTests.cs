using global::Build.Proofs;

namespace FashionPipeline.Tests.Build.Proofs;

public class MachineRunTests
{
    private static readonly Machine WithoutAvx512 = new("DOTNET_EnableAVX512=0") { Hides = "AVX-512", Shows = "X64" };

    [Fact]
    public void Should_take_over_machine_and_digest_where_all_bits_are_equal()
    {
        var run = MachineRun.Read(WithoutAvx512, 0, "X64, 2 cores, AVX2\n0123456789abcdef\n", "");

        Assert.Equal("X64, 2 cores, AVX2", run.Seen);
        Assert.Equal("0123456789abcdef", run.Digest);
        Assert.Empty(run.Faults);
    }

    [Fact]
    public void Should_name_the_cases_that_differ()
    {
        var run = MachineRun.Read(WithoutAvx512, 1, "X64, AVX2\na: found 1, expected 2\nb: found 3, expected 4\n0123456789abcdef\n", "");

        Assert.Equal(["a: found 1, expected 2", "b: found 3, expected 4"], run.Faults);
    }

    [Theory]
    [InlineData("X64, 2 cores, AVX-512 AVX2")]
    [InlineData("Arm64, 2 cores, NEON")]
    public void Should_not_take_a_switch_without_effect_for_a_proof(string seen)
    {
        var run = MachineRun.Read(WithoutAvx512, 0, $"{seen}\n0123456789abcdef\n", "");

        Assert.Equal([$"had no effect: the program saw {seen}"], run.Faults);
    }

    [Fact]
    public void Should_say_how_a_program_ended_that_gave_no_result()
    {
        var run = MachineRun.Read(WithoutAvx512, 134, "", "Something is missing\nqemu: warning: TCG lacks a feature\n");

        Assert.Equal(["ended with exit code 134: Something is missing"], run.Faults);
    }

    [Theory]
    [InlineData(1, "-")]
    [InlineData(2, "0123456789abcdef")]
    public void Should_start_an_emulator_again_that_crashed_where_the_machine_allows_it(int attempts, string digest)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are Unix's.");
        using var folder = new TemporaryFolder();
        var script = $"if mkdir '{folder["crashed"]}'; then exit 139; fi; echo X64; echo 0123456789abcdef";

        Assert.Equal(digest, MachineRun.Of(new Machine("emulator") { Attempts = attempts }, ["sh", "-c", script]).Digest);
    }
}
