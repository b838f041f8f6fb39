using System.Numerics;
using System.Runtime.CompilerServices;
using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// Inverted dropout: each value is multiplied with 0 with probability rate, else with 1 / (1 - rate). Value number i takes the 16 bits
/// i of the stream's words, the low half of a word first, and is dropped where they are below rate · 2^16, rounded: the
/// probability is exact to 2^-17. No mask is kept: the backward pass draws the same numbers once more.
/// </summary>
public static unsafe class Dropout
{
    // Random words that lie on the stack, a part of a block.
    private const int WordsAtOnce = 1024;

    /// <summary>Writes each input times 0 or 1 / (1 - rate).</summary>
    /// <param name="input">Any number of values.</param>
    /// <param name="output">As many values; may be the input itself.</param>
    /// <param name="rate">Share of values that are dropped, from 0 to below 1.</param>
    /// <param name="stream">The numbers of this step and layer.</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Forward(ReadOnlySpan<float> input, Span<float> output, double rate, RandomStream stream, Workspace workspace)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(output.Length, input.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rate, 1d);
        fixed (float* inputs = input, outputs = output)
        {
            var work = new MultiplyWork(input.Length, inputs, outputs, stream, (int)Math.Round(rate * 65536d), (float)(1d / (1d - rate)));
            workspace.Cores.Run(Blocks.Count(input.Length), work);
        }
    }

    /// <summary>Writes the gradient of each input, the output's gradient times the same factor.</summary>
    /// <param name="outputGradient">The loss's gradient with respect to the output.</param>
    /// <param name="inputGradient">As many values; may be the output's gradient itself.</param>
    /// <param name="rate">As in <see cref="Forward"/>.</param>
    /// <param name="stream">As in <see cref="Forward"/>.</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Backward(
        ReadOnlySpan<float> outputGradient, Span<float> inputGradient, double rate, RandomStream stream, Workspace workspace) =>
        Forward(outputGradient, inputGradient, rate, stream, workspace);

    private readonly struct MultiplyWork(
        int length, float* input, float* output, RandomStream stream, int threshold, float kept) : IWork
    {
        [SkipLocalsInit]
        public void Compute(int item, int worker)
        {
            var words = stackalloc uint[WordsAtOnce];
            var (start, end) = Blocks.Bounds(item, length);
            for (; start < end; start += 2 * WordsAtOnce)
            {
                var count = Math.Min(2 * WordsAtOnce, end - start);
                stream.Fill(start / 2, new Span<uint>(words, (count + 1) / 2));
                Multiply((ushort*)words, input + start, output + start, count);
            }
        }

        private void Multiply(ushort* random, float* from, float* to, int count)
        {
            var (thresholds, factors) = (new Vector<int>(threshold), new Vector<float>(kept));
            var i = 0;
            for (; i <= count - Vector<ushort>.Count; i += Vector<ushort>.Count)
            {
                Vector.Widen(Vector.Load(random + i), out var first, out var second);
                var factor = factors & Vector.AsVectorSingle(Vector.GreaterThanOrEqual(Vector.AsVectorInt32(first), thresholds));
                (Vector.Load(from + i) * factor).Store(to + i);
                factor = factors & Vector.AsVectorSingle(Vector.GreaterThanOrEqual(Vector.AsVectorInt32(second), thresholds));
                (Vector.Load(from + i + Vector<float>.Count) * factor).Store(to + i + Vector<float>.Count);
            }

            for (; i < count; i++)
            {
                to[i] = from[i] * (random[i] >= threshold ? kept : 0f);
            }
        }
    }
}
