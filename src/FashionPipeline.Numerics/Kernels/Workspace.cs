using System.Runtime.CompilerServices;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// What kernels borrow while they run: cores, and memory for what lies between input and output. It grows to what the largest
/// kernel needs and is kept, so that a step allocates nothing. One workspace serves one training; two threads never share one.
/// </summary>
public sealed unsafe class Workspace
{
    private const int Alignment = 64;

    private readonly float[][] buffers = new float[Enum.GetValues<Scratch>().Length][];

    /// <summary>A workspace for kernels.</summary>
    /// <param name="cores">How many cores kernels may use, at least 1; changes no result. 0 stands for all of this process.</param>
    public Workspace(int cores = 0) => Cores = new Cores(cores == 0 ? Environment.ProcessorCount : cores);

    /// <summary>
    /// What a thread that computes here, this one or another, does otherwise than IEEE 754 (<see cref="Elementary.FloatingPointMode"/>);
    /// null for nothing. It is for whoever runs kernels to ask, now and then and before results are kept: within a kernel it would be
    /// too late to stop where native code has called it.
    /// </summary>
    public string? FloatingPointFault => Cores.FloatingPointFault;

    internal Cores Cores { get; }

    /// <summary>
    /// Memory of at least <paramref name="length"/> numbers, whatever they are, aligned to 64 bytes; valid until the same buffer is
    /// asked for again.
    /// </summary>
    internal float* Floats(Scratch buffer, int length)
    {
        ref var memory = ref buffers[(int)buffer];
        var needed = checked(length + (Alignment / sizeof(float)));
        if (memory is null || memory.Length < needed)
        {
            memory = GC.AllocateUninitializedArray<float>(needed, pinned: true);
        }

        var address = (nuint)Unsafe.AsPointer(ref memory[0]);
        return (float*)((address + Alignment - 1) & ~(nuint)(Alignment - 1));
    }
}
