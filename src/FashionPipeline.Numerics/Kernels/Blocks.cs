namespace FashionPipeline.Numerics.Kernels;

/// <summary>How kernels that work value by value cut their values into items: always alike, however many cores there are.</summary>
internal static class Blocks
{
    /// <summary>Values of an item; a multiple of every vector's length.</summary>
    public const int Length = 4096;

    /// <summary>Items that <paramref name="length"/> values make; the last one may be shorter.</summary>
    public static int Count(int length) => (int)(((long)length + Length - 1) / Length);

    /// <summary>First value of an item, and the one behind its last.</summary>
    public static (int Start, int End) Bounds(int item, int length) => (item * Length, (int)Math.Min(length, (item + 1L) * Length));
}
