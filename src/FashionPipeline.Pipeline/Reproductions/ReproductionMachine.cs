using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using System.Text;
using FashionPipeline.Pipeline.Provenance;

namespace FashionPipeline.Pipeline.Reproductions;

/// <summary>What results were reproduced on: all that somebody could blame a difference on, and nothing that names the machine.</summary>
public sealed record ReproductionMachine
{
    /// <summary>The processor as it calls itself: <c>AMD EPYC 7763 64-Core Processor</c>; else its architecture.</summary>
    public required string Processor { get; init; }

    /// <summary>The instruction sets that this program could use.</summary>
    public required IReadOnlyList<string> InstructionSets { get; init; }

    /// <summary>How many cores there were.</summary>
    public required int Cores { get; init; }

    /// <summary>The operating system.</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>The runtime: <c>.NET 10.0.1</c>.</summary>
    public required string Runtime { get; init; }

    /// <summary>Versions of the packages that decide numbers and looks.</summary>
    public required SortedDictionary<string, string> Packages { get; init; }

    /// <summary>The machine that this runs on.</summary>
    public static ReproductionMachine This() => new()
    {
        Processor = X86Base.IsSupported && X86Base.CpuId(unchecked((int)0x80000000), 0).Eax is < 0 and >= unchecked((int)0x80000004)
            ? Brand() : RuntimeInformation.ProcessArchitecture.ToString(),
        InstructionSets = [.. Sets().Where(set => set.IsSupported).Select(set => set.Name)],
        Cores = Environment.ProcessorCount,
        OperatingSystem = RuntimeInformation.OSDescription,
        Runtime = RuntimeInformation.FrameworkDescription,
        Packages = new(PackageVersions.All.ToDictionary(), StringComparer.Ordinal),
    };

    private static IEnumerable<(string Name, bool IsSupported)> Sets() =>
    [
        ("SSE4.2", Sse42.IsSupported), ("AVX", Avx.IsSupported), ("AVX2", Avx2.IsSupported), ("FMA", Fma.IsSupported),
        ("AVX-512F", Avx512F.IsSupported), ("AdvSimd", AdvSimd.IsSupported),
    ];

    // Intel's manual, CPUID, leaves 80000002 to 80000004: 48 characters, ended by a zero.
    private static string Brand() => Encoding.ASCII.GetString([.. Enumerable.Range(2, 3)
        .Select(leaf => X86Base.CpuId(unchecked((int)0x80000000) + leaf, 0))
        .SelectMany(registers => new[] { registers.Eax, registers.Ebx, registers.Ecx, registers.Edx })
        .SelectMany(BitConverter.GetBytes)]).TrimEnd('\0', ' ').Trim();
}
