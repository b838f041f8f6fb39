using System.Numerics;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>What a row adds to the sum of a channel.</summary>
internal interface IChannelTerm
{
    /// <summary>The term of some channels.</summary>
    /// <param name="value">The row's values.</param>
    /// <param name="mean">The channels' means.</param>
    /// <param name="gradient">The gradients of the row's outputs.</param>
    static abstract Vector<double> Of(Vector<double> value, Vector<double> mean, Vector<double> gradient);
}

/// <summary>The value.</summary>
internal readonly struct ValueTerm : IChannelTerm
{
    public static Vector<double> Of(Vector<double> value, Vector<double> mean, Vector<double> gradient) => value;
}

/// <summary>The square of the value's deviation from the mean.</summary>
internal readonly struct SquareTerm : IChannelTerm
{
    public static Vector<double> Of(Vector<double> value, Vector<double> mean, Vector<double> gradient) => (value - mean) * (value - mean);
}

/// <summary>The gradient.</summary>
internal readonly struct GradientTerm : IChannelTerm
{
    public static Vector<double> Of(Vector<double> value, Vector<double> mean, Vector<double> gradient) => gradient;
}

/// <summary>The gradient times the value's deviation from the mean.</summary>
internal readonly struct SlopeTerm : IChannelTerm
{
    public static Vector<double> Of(Vector<double> value, Vector<double> mean, Vector<double> gradient) => gradient * (value - mean);
}
