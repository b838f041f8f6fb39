using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FashionPipeline.Tests.Training.Functions;

/// <summary>
/// libtorch is what our kernels are compared with, so it has to be right. On some virtual machines the AVX-512 code of its oneDNN is not:
/// a 1x1 convolution of 35 filters has wrong sums there (libtorch 2.10, Zen 5). Its AVX2 code is right.
/// </summary>
internal static partial class OneDnn
{
    /// <summary>Keeps oneDNN to AVX2 in this process and in those that it starts, before libtorch is loaded.</summary>
    [ModuleInitializer]
    internal static void LimitToAvx2()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SetNativeVariable("ONEDNN_MAX_CPU_ISA", "AVX2", overwrite: 0);
        }
    }

    // .NET keeps variables of its own, which native code does not see.
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetNativeVariable(string name, string value, int overwrite);
}
