using System.Runtime.CompilerServices;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>Looks at what a kernel is given before pointers take over.</summary>
internal static class Lengths
{
    /// <summary>Throws unless a span has the length that its shape asks for.</summary>
    public static void Require(int found, int expected, [CallerArgumentExpression(nameof(found))] string name = "")
    {
        if (found != expected)
        {
            throw new ArgumentException($"{name} is {found}, the shape asks for {expected}.", name);
        }
    }
}
