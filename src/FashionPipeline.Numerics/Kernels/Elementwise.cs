using System.Numerics;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>Applies a function to all values, a block an item.</summary>
public static unsafe class Elementwise
{
    /// <summary>Writes the function's value of each input.</summary>
    /// <typeparam name="TFunction">Such as <see cref="Relu"/>.</typeparam>
    /// <param name="input">Any number of values.</param>
    /// <param name="output">As many values; may be the input itself.</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Forward<TFunction>(ReadOnlySpan<float> input, Span<float> output, Workspace workspace)
        where TFunction : unmanaged, IElementwiseFunction
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(output.Length, input.Length);
        fixed (float* inputs = input, outputs = output)
        {
            workspace.Cores.Run(Blocks.Count(input.Length), new ForwardWork<TFunction>(input.Length, inputs, outputs));
        }
    }

    /// <summary>Writes the sum of each two values.</summary>
    /// <param name="left">Any number of values.</param>
    /// <param name="right">As many values.</param>
    /// <param name="output">As many values; may be either.</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Add(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> output, Workspace workspace)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(right.Length, left.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(output.Length, left.Length);
        fixed (float* lefts = left, rights = right, outputs = output)
        {
            workspace.Cores.Run(Blocks.Count(left.Length), new AddWork(left.Length, lefts, rights, outputs));
        }
    }

    /// <summary>Writes the gradient of each input.</summary>
    /// <typeparam name="TFunction">Such as <see cref="Relu"/>.</typeparam>
    /// <param name="output">What <see cref="Forward"/> wrote.</param>
    /// <param name="outputGradient">The loss's gradient with respect to the output.</param>
    /// <param name="inputGradient">As many values; may be the output's gradient itself.</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Backward<TFunction>(
        ReadOnlySpan<float> output, ReadOnlySpan<float> outputGradient, Span<float> inputGradient, Workspace workspace)
        where TFunction : unmanaged, IElementwiseFunction
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(outputGradient.Length, output.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(inputGradient.Length, output.Length);
        fixed (float* outputs = output, outputGradients = outputGradient, inputGradients = inputGradient)
        {
            var work = new BackwardWork<TFunction>(output.Length, outputs, outputGradients, inputGradients);
            workspace.Cores.Run(Blocks.Count(output.Length), work);
        }
    }

    /// <summary>Writes the gradient of values that lie in one row.</summary>
    internal static void Gradient<TFunction>(float* output, float* outputGradient, float* inputGradient, int length)
        where TFunction : unmanaged, IElementwiseFunction
    {
        var i = 0;
        for (; i <= length - Vector<float>.Count; i += Vector<float>.Count)
        {
            TFunction.Gradient(Vector.Load(output + i), Vector.Load(outputGradient + i)).Store(inputGradient + i);
        }

        for (; i < length; i++)
        {
            inputGradient[i] = TFunction.Gradient(new Vector<float>(output[i]), new Vector<float>(outputGradient[i]))[0];
        }
    }

    private readonly struct ForwardWork<TFunction>(int length, float* input, float* output) : IWork
        where TFunction : unmanaged, IElementwiseFunction
    {
        public void Compute(int item, int worker)
        {
            var (i, end) = Blocks.Bounds(item, length);
            float* from = input, to = output;
            for (; i <= end - Vector<float>.Count; i += Vector<float>.Count)
            {
                TFunction.Value(Vector.Load(from + i)).Store(to + i);
            }

            for (; i < end; i++)
            {
                to[i] = TFunction.Value(new Vector<float>(from[i]))[0];
            }
        }
    }

    private readonly struct AddWork(int length, float* left, float* right, float* output) : IWork
    {
        public void Compute(int item, int worker)
        {
            var (i, end) = Blocks.Bounds(item, length);
            for (; i <= end - Vector<float>.Count; i += Vector<float>.Count)
            {
                (Vector.Load(left + i) + Vector.Load(right + i)).Store(output + i);
            }

            for (; i < end; i++)
            {
                output[i] = left[i] + right[i];
            }
        }
    }

    private readonly struct BackwardWork<TFunction>(int length, float* output, float* outputGradient, float* inputGradient) : IWork
        where TFunction : unmanaged, IElementwiseFunction
    {
        public void Compute(int item, int worker)
        {
            var (start, end) = Blocks.Bounds(item, length);
            Gradient<TFunction>(output + start, outputGradient + start, inputGradient + start, end - start);
        }
    }
}
