using System.Numerics;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>Applies an activation to all values, a block an item.</summary>
internal static unsafe class Activation
{
    /// <summary>Writes the function's value of each input; output may be the input.</summary>
    public static void Forward<TFunction>(ReadOnlySpan<float> input, Span<float> output, Workspace workspace)
        where TFunction : struct, IActivation
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(output.Length, input.Length);
        fixed (float* inputs = input, outputs = output)
        {
            var arguments = new Arguments(input.Length, inputs, null, outputs);
            workspace.Cores.Run(Blocks.Count(input.Length), &ForwardBlock<TFunction>, &arguments);
        }
    }

    /// <summary>Writes the gradient of each input; it may take the place of the outputs' gradient.</summary>
    public static void Backward<TFunction>(
        ReadOnlySpan<float> output, ReadOnlySpan<float> outputGradient, Span<float> inputGradient, Workspace workspace)
        where TFunction : struct, IActivation
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(outputGradient.Length, output.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(inputGradient.Length, output.Length);
        fixed (float* outputs = output, outputGradients = outputGradient, inputGradients = inputGradient)
        {
            var arguments = new Arguments(output.Length, outputs, outputGradients, inputGradients);
            workspace.Cores.Run(Blocks.Count(output.Length), &BackwardBlock<TFunction>, &arguments);
        }
    }

    /// <summary>Writes the gradient of values that lie in one row.</summary>
    public static void Gradient<TFunction>(float* output, float* gradient, float* result, int length)
        where TFunction : struct, IActivation
    {
        var i = 0;
        for (; i <= length - Vector<float>.Count; i += Vector<float>.Count)
        {
            TFunction.Gradient(Vector.Load(output + i), Vector.Load(gradient + i)).Store(result + i);
        }

        for (; i < length; i++)
        {
            result[i] = TFunction.Gradient(new Vector<float>(output[i]), new Vector<float>(gradient[i]))[0];
        }
    }

    private static void ForwardBlock<TFunction>(Arguments* arguments, int item, int worker)
        where TFunction : struct, IActivation
    {
        var (start, length) = Blocks.Bounds(item, arguments->Length);
        var input = arguments->First + start;
        var result = arguments->Result + start;
        var i = 0;
        for (; i <= length - Vector<float>.Count; i += Vector<float>.Count)
        {
            TFunction.Value(Vector.Load(input + i)).Store(result + i);
        }

        for (; i < length; i++)
        {
            result[i] = TFunction.Value(new Vector<float>(input[i]))[0];
        }
    }

    private static void BackwardBlock<TFunction>(Arguments* arguments, int item, int worker)
        where TFunction : struct, IActivation
    {
        var (start, length) = Blocks.Bounds(item, arguments->Length);
        Gradient<TFunction>(arguments->First + start, arguments->Second + start, arguments->Result + start, length);
    }

    private readonly struct Arguments(int length, float* first, float* second, float* result)
    {
        public readonly int Length = length;
        public readonly float* First = first;
        public readonly float* Second = second;
        public readonly float* Result = result;
    }
}
