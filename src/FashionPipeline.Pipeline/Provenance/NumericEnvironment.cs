using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;
using FashionPipeline.Training;

namespace FashionPipeline.Pipeline.Provenance;

/// <summary>
/// What could change a bit of a result outside our code. For portable arithmetic that is the runtime alone; for libtorch's its version, the
/// processor's instruction set and vendor, and the threads.
/// </summary>
public static class NumericEnvironment
{
    /// <summary>The environment of our own kernels: <c>portable, .NET 10</c>.</summary>
    public static string Portable => FormattableString.Invariant($"portable, .NET {Environment.Version.Major}");

    /// <summary>
    /// The environment in one line: <see cref="Portable"/>, or <c>libtorch 2.10.0, .NET 10, x64 AuthenticAMD avx512, 2 threads</c>.
    /// </summary>
    public static string Of(TrainingOptions options) => options.Numerics == Arithmetic.Portable
        ? Portable
        : FormattableString.Invariant(
            $"libtorch {LibTorchVersion.Value}, .NET {Environment.Version.Major}, {Processor}, {options.Threads} threads");

    /// <summary>What the results of libtorch depend on in the processor: <c>x64 AuthenticAMD avx512</c>.</summary>
    public static string Processor
    {
        get
        {
            var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
            if (!X86Base.IsSupported)
            {
                return architecture;
            }

            var (_, ebx, ecx, edx) = X86Base.CpuId(0, 0);
            var vendor = Encoding.ASCII.GetString([.. new[] { ebx, edx, ecx }.SelectMany(BitConverter.GetBytes)]);
            var instructions = Avx512F.IsSupported ? "avx512" : Avx2.IsSupported ? "avx2" : "sse";
            return $"{architecture} {vendor} {instructions}";
        }
    }
}
