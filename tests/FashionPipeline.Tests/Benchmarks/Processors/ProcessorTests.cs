using FashionPipeline.Benchmarks.Processors;

namespace FashionPipeline.Tests.Benchmarks.Processors;

public sealed class ProcessorTests
{
    [Theory]
    [InlineData("AMD EPYC", 26, 2, "fpu sse2 avx avx2 avx512f avx512dq", "amd-epyc-1ah-02h-avx512")]
    [InlineData("AMD EPYC-Milan Processor", 25, 1, "fpu sse2 avx avx2", "amd-epyc-milan-19h-01h-avx2")]
    [InlineData("Intel Xeon Processor (Skylake, IBRS)", 6, 85, "sse2 avx avx2 avx512f", "intel-xeon-06h-55h-avx512")]
    [InlineData("Intel(R) Xeon(R) CPU @ 2.20GHz", 6, 79, "sse2 avx avx2", "intel-xeon-06h-4fh-avx2")]
    [InlineData("Common KVM processor", 15, 6, "fpu sse2", "common-kvm-0fh-06h-sse2")]
    public void Should_add_family_and_model_to_a_name_that_many_processors_have(
        string name, int family, int model, string flags, string slug) =>
        Assert.Equal(slug, Processor.Parse(CpuInfo(name, family, model, flags)).Slug);

    [Theory]
    [InlineData("AMD EPYC 9654 96-Core Processor", "sse2 avx avx2 avx512f", "amd-epyc-9654-avx512")]
    [InlineData("AMD Ryzen 9 7950X 16-Core Processor", "sse2 avx avx2 avx512f", "amd-ryzen-9-7950x-avx512")]
    [InlineData("Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz", "sse2 avx avx2 avx512f", "intel-xeon-platinum-8370c-avx512")]
    [InlineData("Intel(R) Core(TM) i7-8700K CPU @ 3.70GHz", "sse2 avx avx2", "intel-core-i7-8700k-avx2")]
    public void Should_take_a_name_that_says_which_processor_it_is(string name, string flags, string slug) =>
        Assert.Equal(slug, Processor.Parse(CpuInfo(name, 6, 85, flags)).Slug);

    [Fact]
    public void Should_call_a_processor_of_Arm_by_its_numbers()
    {
        var processor = Processor.Parse(
            "processor\t: 0\nBogoMIPS\t: 243.75\nFeatures\t: fp asimd evtstrm aes\nCPU implementer\t: 0x41\nCPU architecture: 8\n"
            + "CPU variant\t: 0x3\nCPU part\t: 0xd0c\n");

        Assert.Equal("arm-0x41-0xd0c-neon", processor.Slug);
        Assert.Equal("Arm processor (implementer 0x41, part 0xd0c)", processor.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("processor\t: 0\nisa\t: rv64imafdc\n")]
    public void Should_have_a_name_for_a_folder_where_nothing_is_known(string table) =>
        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", Processor.Parse(table).Slug);

    [Fact]
    public void Should_tell_a_reader_family_and_model() => Assert.Equal(
        "AMD EPYC 9654 96-Core Processor (family 25, model 17)",
        Processor.Parse(CpuInfo("AMD EPYC 9654 96-Core Processor", 25, 17, "avx2")).Name);

    // Two cores, as the system lists them one after the other.
    private static string CpuInfo(string name, int family, int model, string flags)
    {
        var core = $"vendor_id\t: Vendor\ncpu family\t: {family}\nmodel\t\t: {model}\nmodel name\t: {name}\nstepping\t: 1\n"
            + $"flags\t\t: {flags}\npower management:\n\n";
        return $"processor\t: 0\n{core}processor\t: 1\n{core}";
    }
}
