using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace FashionPipeline.Portability;

/// <summary>The machine, as the runtime presents it to this program: switches and emulators show here.</summary>
public static class Machine
{
    /// <summary>Such as <c>X64, 2 cores, 512-bit vectors, AVX-512 AVX2 FMA</c>.</summary>
    public static string Describe() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{RuntimeInformation.ProcessArchitecture}, {Cores()}, {Vectors()}, "
            + $"{string.Join(' ', Instructions().DefaultIfEmpty("no intrinsics"))}");

    private static string Cores() => Environment.ProcessorCount == 1 ? "1 core" : $"{Environment.ProcessorCount} cores";

    private static string Vectors() =>
        Vector512.IsHardwareAccelerated ? "512-bit vectors"
        : Vector256.IsHardwareAccelerated ? "256-bit vectors"
        : Vector128.IsHardwareAccelerated ? "128-bit vectors"
        : "no vectors";

    private static IEnumerable<string> Instructions()
    {
        (string Name, bool IsSupported)[] sets =
        [
            ("AVX-512", Avx512F.IsSupported),
            ("AVX2", Avx2.IsSupported),
            ("FMA", Fma.IsSupported),
            ("SSE4.1", Sse41.IsSupported),
            ("NEON", AdvSimd.IsSupported),
            ("DotProd", Dp.IsSupported),
        ];
        return sets.Where(set => set.IsSupported).Select(set => set.Name);
    }
}
