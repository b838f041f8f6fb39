using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Training.Loop;

/// <summary>Whether threads round as they should: otherwise results would have other bits, and nobody would notice.</summary>
internal static class FloatingPointCheck
{
    /// <summary>Throws where this thread, or one that works for it, does not round as IEEE 754 says.</summary>
    public static void Require(Workspace workspace)
    {
        if (workspace.FloatingPointFault is { } fault)
        {
            throw new InputException(
                $"A thread of this process {fault}: the results would be others than on other machines, so nothing is computed.\n"
                + "A native library must have set the processor's control word, one of LD_PRELOAD or a profiler for example; "
                + "run once more without it.");
        }
    }
}
