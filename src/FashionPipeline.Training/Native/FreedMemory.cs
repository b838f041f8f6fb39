using System.Runtime.InteropServices;

namespace FashionPipeline.Training.Native;

/// <summary>
/// What the C library does with memory that is freed. Each step of a training frees the tensors that the next one allocates, tens of
/// megabytes; by default glibc gives them back to the system, whose fresh pages then cost more than the arithmetic on them.
/// Sources: mallopt(3), M_MMAP_THRESHOLD, M_TRIM_THRESHOLD and M_TOP_PAD; malloc_trim(3).
/// </summary>
internal static class FreedMemory
{
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MmapThreshold = -3;
    private const int LargestMmapThreshold = 32 << 20;

    // A thread that is not the main one allocates from heaps of this size, and gives a free one back unless the pad is as large.
    private const int HeapSize = 64 << 20;

    /// <summary>Keeps it for the next allocation; elsewhere than on Linux nothing happens.</summary>
    public static void Keep()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = mallopt(MmapThreshold, LargestMmapThreshold);
            _ = mallopt(TrimThreshold, int.MaxValue);
            _ = mallopt(TopPad, HeapSize);
        }
    }

    /// <summary>
    /// Gives back what is free, now and when the result is disposed of: reading data leaves as much garbage as the data has bytes, and a
    /// training what was kept for its steps. It stops all threads for some
    /// milliseconds.
    /// </summary>
    public static IDisposable ReleaseAround()
    {
        Release();
        return new Releasing();
    }

    private static void Release()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (OperatingSystem.IsLinux())
        {
            _ = malloc_trim(0);
        }
    }

    private sealed class Releasing : IDisposable
    {
        public void Dispose() => Release();
    }

    [DllImport("libc")]
    private static extern int malloc_trim(nuint kept);

    [DllImport("libc")]
    private static extern int mallopt(int parameter, int value);
}
