using System.Numerics;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// Stochastic gradient descent with momentum as Keras computes it: <c>v = μ·v - lr·g</c>, and <c>w += v</c>, or with Nesterov's
/// <c>w += μ·v - lr·g</c>. Source: Sutskever, Martens, Dahl, Hinton, "On the importance of initialization and momentum in deep
/// learning", ICML 2013. A decay of the weights is taken first and apart, as in <see cref="Adam"/>.
/// </summary>
public static unsafe class Sgd
{
    /// <summary>One step of one parameter in one pass: the velocity first, then the weights; every value for itself.</summary>
    /// <param name="weights">What is trained.</param>
    /// <param name="gradient">Gradient of the loss.</param>
    /// <param name="velocity">v.</param>
    /// <param name="options">μ, and which of the two forms.</param>
    /// <param name="learningRate">lr.</param>
    /// <param name="kept">What is kept of the weights: 1 for all, 1 - lr·decay with a decay.</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Update(
        Span<float> weights,
        ReadOnlySpan<float> gradient,
        Span<float> velocity,
        SgdOptions options,
        float learningRate,
        float kept,
        Workspace workspace)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(gradient.Length, weights.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(velocity.Length, weights.Length);
        fixed (float* w = weights, g = gradient, v = velocity)
        {
            var work = new UpdateWork
            {
                Length = weights.Length,
                Weights = w,
                Gradient = g,
                Velocity = v,
                Momentum = (float)options.Momentum,
                IsNesterov = options.IsNesterov,
                LearningRate = learningRate,
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
        public required float* Velocity;
        public required float Momentum;
        public required bool IsNesterov;
        public required float LearningRate;
        public required float Kept;

        public readonly void Compute(int item, int worker)
        {
            float* w = Weights, g = Gradient, v = Velocity;
            var (momentum, isNesterov, learningRate, kept) = (Momentum, IsNesterov, LearningRate, Kept);
            var (i, end) = Blocks.Bounds(item, Length);
            for (; i <= end - Vector<float>.Count; i += Vector<float>.Count)
            {
                var step = Vector.Load(g + i) * learningRate;
                var velocity = (Vector.Load(v + i) * momentum) - step;
                velocity.Store(v + i);
                var move = isNesterov ? (velocity * momentum) - step : velocity;
                ((Vector.Load(w + i) * kept) + move).Store(w + i);
            }

            for (; i < end; i++)
            {
                var step = g[i] * learningRate;
                v[i] = (v[i] * momentum) - step;
                w[i] = (w[i] * kept) + (isNesterov ? (v[i] * momentum) - step : v[i]);
            }
        }
    }
}
