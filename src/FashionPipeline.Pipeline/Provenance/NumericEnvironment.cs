using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using FashionPipeline.Training;

namespace FashionPipeline.Pipeline.Provenance;

/// <summary>What could change a bit of libtorch's results outside our code: its version, the processor's instruction set and vendor, the threads.</summary>
public static class NumericEnvironment
{
    /// <summary>The environment in one line: <c>libtorch 2.10.0, x64 AuthenticAMD avx512, 2 threads</c>.</summary>
    public static string Of(TrainingOptions options) =>
        FormattableString.Invariant($"libtorch {PackageVersions.LibTorch}, {Processor}, {options.Threads} threads");

    private static string Processor
    {
        get
        {
            var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
            if (!X86Base.IsSupported)
            {
                return architecture;
            }

            var (_, ebx, ecx, edx) = X86Base.CpuId(0, 0);
            var vendor = System.Text.Encoding.ASCII.GetString([.. BitConverter.GetBytes(ebx), .. BitConverter.GetBytes(edx), .. BitConverter.GetBytes(ecx)]);
            var instructions = Avx512F.IsSupported ? "avx512" : Avx2.IsSupported ? "avx2" : "sse";
            return $"{architecture} {vendor} {instructions}";
        }
    }
}
