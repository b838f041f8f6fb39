using System.Runtime.Intrinsics.X86;
using FashionPipeline.Training.Checkpoints;

namespace FashionPipeline.Tests.Training.SameBits;

/// <summary>
/// Neither the processor's instructions nor the number of cores, threads or trainings at once may reach a bit of a weight.
/// </summary>
public sealed class SameBitsTests(ReferenceTraining reference) : IClassFixture<ReferenceTraining>
{
    [Fact]
    public void Should_hold_every_weight_of_all_networks() =>
        Assert.Equal(669_706 + 600_810 + 1_131 + 227 + 8, reference.Tensors.Sum(tensor => tensor.Values.Length));

    [Fact]
    public async Task Should_train_to_the_same_bits_a_second_time() => await RequireSameBits("a second run", []);

    [Theory]
    [InlineData("DOTNET_EnableAVX512", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    [InlineData("DOTNET_PROCESSOR_COUNT", "1")]
    [InlineData("DOTNET_PROCESSOR_COUNT", "2")]
    [InlineData("DOTNET_PROCESSOR_COUNT", "4")]
    [InlineData("ATEN_CPU_CAPABILITY", "default")]
    [InlineData("ATEN_CPU_CAPABILITY", "avx2")]
    [InlineData("ATEN_CPU_CAPABILITY", "avx512")]
    [InlineData("OMP_NUM_THREADS", "1")]
    [InlineData("OMP_NUM_THREADS", "2")]
    [InlineData("OMP_NUM_THREADS", "4")]
    [InlineData(ShortTraining.Jobs, "1")]
    [InlineData(ShortTraining.Jobs, "2")]
    public async Task Should_train_to_the_same_bits_under(string variable, string value)
    {
        // libtorch takes a capability's name on trust, and ends at the first instruction that is not there.
        Assert.SkipUnless(value != "avx2" || Avx2.IsSupported, "This processor has no AVX2.");
        Assert.SkipUnless(value != "avx512" || Avx512BW.IsSupported, "This processor has no AVX-512.");

        await RequireSameBits($"{variable}={value}", [], (variable, value));
    }

    [Fact]
    public async Task Should_train_to_the_same_bits_on_a_single_core()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/taskset"), "There is no taskset.");

        await RequireSameBits("taskset -c 0", ["taskset", "-c", "0"]);
        await RequireSameBits("taskset -c 0 with four workers", ["taskset", "-c", "0"], ("DOTNET_PROCESSOR_COUNT", "4"));
    }

    private async Task RequireSameBits(string variant, string[] launcher, params (string Name, string Value)[] variables)
    {
        var found = await ShortTraining.InProcess(launcher, variables.ToDictionary(variable => variable.Name, variable => variable.Value));

        Assert.Equal(reference.Tensors.Select(tensor => tensor.Name), found.Select(tensor => tensor.Name));
        var different = reference.Tensors.Zip(found)
            .Select(pair => (pair.First.Name, Count: CountDifferent(pair.First, pair.Second), pair.First.Values.Length))
            .Where(tensor => tensor.Count > 0)
            .Select(tensor => FormattableString.Invariant($"{tensor.Name}, {tensor.Count} of {tensor.Length} numbers"))
            .ToList();
        Assert.True(different.Count == 0, $"Under {variant} other bits: {string.Join("; ", different)}");
    }

    private static int CountDifferent(NamedTensor expected, NamedTensor found) => expected.Values.Zip(found.Values)
        .Count(pair => BitConverter.SingleToUInt32Bits(pair.First) != BitConverter.SingleToUInt32Bits(pair.Second));
}
