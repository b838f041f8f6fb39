using System.Numerics;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>A function that is applied to each value for itself; lanes do not know of each other.</summary>
public interface IElementwiseFunction
{
    /// <summary>The function's values.</summary>
    static abstract Vector<float> Value(Vector<float> input);

    /// <summary>The input's gradient, from the function's value and its gradient.</summary>
    static abstract Vector<float> Gradient(Vector<float> output, Vector<float> outputGradient);
}
