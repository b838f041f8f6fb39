using FashionPipeline.Numerics.Kernels;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Functions;

/// <summary>
/// What networks compute with: our own kernels, or libtorch's stock operations, whose order of sums depends on the processor and on the
/// number of threads. Each layer has an operation for either, over tensors that are [batch, features] or [batch, height, width, channels].
/// </summary>
internal sealed class Backend
{
    /// <summary>
    /// Sets libtorch's number of threads, for the whole process. Portable arithmetic leaves it one: idle ones would spin on the cores
    /// that the kernels need.
    /// </summary>
    public Backend(Arithmetic arithmetic, int threads, Workspace workspace)
    {
        IsPortable = arithmetic switch
        {
            Arithmetic.Portable => true,
            Arithmetic.Libtorch => false,
            _ => throw new ArgumentOutOfRangeException(nameof(arithmetic), arithmetic, "Unknown numerics."),
        };
        Workspace = workspace;
        set_num_threads(IsPortable ? 1 : threads);
    }

    /// <summary>True with our own kernels; what is left to libtorch then (views of tensors) computes nothing.</summary>
    public bool IsPortable { get; }

    /// <summary>Cores and memory of our own kernels.</summary>
    public Workspace Workspace { get; }

    /// <summary>The backend of the numerics that the options ask for.</summary>
    public static Backend Of(TrainingOptions options, Workspace workspace) => new(options.Numerics, options.Threads, workspace);
}
