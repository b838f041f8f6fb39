using System.Numerics;
using System.Runtime.InteropServices;

namespace FashionPipeline.Training.Functions;

/// <summary>
/// Adam as Keras computes it, with "epsilon hat": <c>w -= lr·sqrt(1-β2^t)/(1-β1^t) · m/(sqrt(v)+ε)</c>.
/// Source: Kingma, Ba, "Adam: a method for stochastic optimization", ICLR 2015, the remark at the end of section 2.
/// </summary>
internal static class Adam
{
    /// <summary>The step size of step <paramref name="step"/>, which is counted from 1.</summary>
    public static float StepSize(TrainingOptions options, long step)
    {
        // Powers by multiplication, one factor a step: the same bits everywhere, and after a resume.
        var (power1, power2) = (1d, 1d);
        for (var i = 0L; i < step; i++)
        {
            power1 *= options.Beta1;
            power2 *= options.Beta2;
        }

        return (float)(options.LearningRate * Math.Sqrt(1d - power2) / (1d - power1));
    }

    /// <summary>One step of one parameter; every value for itself, so the width of the vectors changes no bit.</summary>
    /// <param name="weights">What is trained.</param>
    /// <param name="gradient">Gradient of the loss.</param>
    /// <param name="first">First moment m.</param>
    /// <param name="second">Second moment v.</param>
    /// <param name="options">β1, β2 and ε.</param>
    /// <param name="stepSize">From <see cref="StepSize"/>.</param>
    public static void Update(
        Span<float> weights, ReadOnlySpan<float> gradient, Span<float> first, Span<float> second, TrainingOptions options, float stepSize)
    {
        if (gradient.Length != weights.Length || first.Length != weights.Length || second.Length != weights.Length)
        {
            throw new ArgumentException("Weights, gradient and moments differ in length.", nameof(gradient));
        }

        var (rate1, rate2, epsilon) = ((float)(1d - options.Beta1), (float)(1d - options.Beta2), (float)options.Epsilon);
        var w = MemoryMarshal.Cast<float, Vector<float>>(weights);
        var g = MemoryMarshal.Cast<float, Vector<float>>(gradient);
        var m = MemoryMarshal.Cast<float, Vector<float>>(first);
        var v = MemoryMarshal.Cast<float, Vector<float>>(second);
        for (var i = 0; i < w.Length; i++)
        {
            m[i] += (g[i] - m[i]) * rate1;
            v[i] += ((g[i] * g[i]) - v[i]) * rate2;
            w[i] -= m[i] * stepSize / (Vector.SquareRoot(v[i]) + new Vector<float>(epsilon));
        }

        for (var i = w.Length * Vector<float>.Count; i < weights.Length; i++)
        {
            first[i] += (gradient[i] - first[i]) * rate1;
            second[i] += ((gradient[i] * gradient[i]) - second[i]) * rate2;
            weights[i] -= first[i] * stepSize / (MathF.Sqrt(second[i]) + epsilon);
        }
    }
}
