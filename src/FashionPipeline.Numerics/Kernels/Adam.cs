using System.Numerics;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// Adam as Keras computes it, with "epsilon hat": <c>w -= lr·sqrt(1-β2^t)/(1-β1^t) · m/(sqrt(v)+ε)</c>.
/// Source: Kingma, Ba, "Adam: a method for stochastic optimization", ICLR 2015, the remark at the end of section 2. With a decay of the
/// weights it is AdamW: they are first multiplied by what is kept of them. Source: Loshchilov, Hutter, "Decoupled weight decay
/// regularization", ICLR 2019.
/// </summary>
public static unsafe class Adam
{
    /// <summary>One step of one parameter in one pass: moments first, then the weights; every value for itself.</summary>
    /// <param name="weights">What is trained.</param>
    /// <param name="gradient">Gradient of the loss.</param>
    /// <param name="first">First moment m.</param>
    /// <param name="second">Second moment v.</param>
    /// <param name="options">β1, β2 and ε.</param>
    /// <param name="stepSize">From <see cref="AdamStepSizes"/>.</param>
    /// <param name="kept">What is kept of the weights: 1 for all, 1 - lr·decay for AdamW.</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Update(
        Span<float> weights,
        ReadOnlySpan<float> gradient,
        Span<float> first,
        Span<float> second,
        AdamOptions options,
        float stepSize,
        float kept,
        Workspace workspace)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(gradient.Length, weights.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(first.Length, weights.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Length, weights.Length);
        fixed (float* w = weights, g = gradient, m = first, v = second)
        {
            var work = new UpdateWork
            {
                Length = weights.Length,
                Weights = w,
                Gradient = g,
                First = m,
                Second = v,
                Rate1 = (float)(1d - options.Beta1),
                Rate2 = (float)(1d - options.Beta2),
                Epsilon = (float)options.Epsilon,
                StepSize = stepSize,
                Kept = kept,
            };
            workspace.Cores.Run(Blocks.Count(weights.Length), work);
        }
    }

    private struct UpdateWork : IWork
    {
        public required int Length;
        public required float* Weights;
        public required float* Gradient;
        public required float* First;
        public required float* Second;
        public required float Rate1;
        public required float Rate2;
        public required float Epsilon;
        public required float StepSize;
        public required float Kept;

        public readonly void Compute(int item, int worker)
        {
            float* w = Weights, g = Gradient, m = First, v = Second;
            var (rate1, rate2, epsilon, stepSize, kept) = (Rate1, Rate2, Epsilon, StepSize, Kept);
            var (i, end) = Blocks.Bounds(item, Length);
            for (; i <= end - Vector<float>.Count; i += Vector<float>.Count)
            {
                var gradient = Vector.Load(g + i);
                var first = Vector.Load(m + i);
                var second = Vector.Load(v + i);
                first += (gradient - first) * rate1;
                second += ((gradient * gradient) - second) * rate2;
                first.Store(m + i);
                second.Store(v + i);
                var step = first * stepSize / (Vector.SquareRoot(second) + new Vector<float>(epsilon));
                ((Vector.Load(w + i) * kept) - step).Store(w + i);
            }

            for (; i < end; i++)
            {
                m[i] += (g[i] - m[i]) * rate1;
                v[i] += ((g[i] * g[i]) - v[i]) * rate2;
                w[i] = (w[i] * kept) - (m[i] * stepSize / (MathF.Sqrt(v[i]) + epsilon));
            }
        }
    }
}
