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
    private const int Words = 1024;

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
            var arguments = new Arguments(
                input.Length, inputs, outputs, stream, (int)Math.Round(rate * 65536d), (float)(1d / (1d - rate)));
            workspace.Cores.Run(Blocks.Count(input.Length), &Block, &arguments);
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

    [SkipLocalsInit]
    private static void Block(Arguments* arguments, int item, int worker)
    {
        var words = stackalloc uint[Words];
        var (start, length) = Blocks.Bounds(item, arguments->Length);
        for (var done = 0; done < length; done += 2 * Words)
        {
            var count = Math.Min(2 * Words, length - done);
            arguments->Stream.Fill((start + done) / 2, new Span<uint>(words, (count + 1) / 2));
            Multiply(arguments, (ushort*)words, start + done, count);
        }
    }

    private static void Multiply(Arguments* arguments, ushort* random, int start, int count)
    {
        var input = arguments->Input + start;
        var output = arguments->Output + start;
        var (threshold, kept) = (new Vector<int>(arguments->Threshold), new Vector<float>(arguments->Kept));
        var i = 0;
        for (; i <= count - Vector<ushort>.Count; i += Vector<ushort>.Count)
        {
            Vector.Widen(Vector.Load(random + i), out var first, out var second);
            var factor = kept & Vector.AsVectorSingle(Vector.GreaterThanOrEqual(Vector.AsVectorInt32(first), threshold));
            (Vector.Load(input + i) * factor).Store(output + i);
            factor = kept & Vector.AsVectorSingle(Vector.GreaterThanOrEqual(Vector.AsVectorInt32(second), threshold));
            (Vector.Load(input + i + Vector<float>.Count) * factor).Store(output + i + Vector<float>.Count);
        }

        for (; i < count; i++)
        {
            output[i] = input[i] * (random[i] >= arguments->Threshold ? arguments->Kept : 0f);
        }
    }

    private readonly struct Arguments(int length, float* input, float* output, RandomStream stream, int threshold, float kept)
    {
        public readonly int Length = length;
        public readonly float* Input = input;
        public readonly float* Output = output;
        public readonly RandomStream Stream = stream;
        public readonly int Threshold = threshold;
        public readonly float Kept = kept;
    }
}
