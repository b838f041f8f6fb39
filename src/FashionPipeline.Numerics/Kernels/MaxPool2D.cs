using System.Numerics;
using System.Runtime.CompilerServices;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// The largest value of each window and channel. Of equal values the first counts, row by row; a NaN counts as larger than any number,
/// as in libtorch. An image is an item.
/// </summary>
public static unsafe class MaxPool2D
{
    private const int LargestWindow = 1 << 16;

    /// <summary>Writes the largest values and where they were found.</summary>
    /// <param name="shape">The images and the windows.</param>
    /// <param name="input">[batch, height, width, channels].</param>
    /// <param name="output">[batch, output height, output width, channels].</param>
    /// <param name="places">As the output: the pixel's number in its window, row by row from 0.</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Forward(MaxPool2DShape shape, ReadOnlySpan<float> input, Span<float> output, Span<ushort> places, Workspace workspace)
    {
        Check(shape, input.Length, output.Length, places.Length);
        fixed (float* inputs = input, outputs = output)
        fixed (ushort* place = places)
        {
            var arguments = new Arguments(shape, inputs, outputs, place);
            workspace.Cores.Run(shape.Batch, &ForwardImage, &arguments);
        }
    }

    /// <summary>Writes the whole gradient of the input: the output's gradient where the largest value was, 0 everywhere else.</summary>
    /// <param name="shape">The images and the windows.</param>
    /// <param name="outputGradient">[batch, output height, output width, channels].</param>
    /// <param name="places">What <see cref="Forward"/> wrote.</param>
    /// <param name="inputGradient">[batch, height, width, channels].</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Backward(
        MaxPool2DShape shape, ReadOnlySpan<float> outputGradient, ReadOnlySpan<ushort> places, Span<float> inputGradient, Workspace workspace)
    {
        Check(shape, inputGradient.Length, outputGradient.Length, places.Length);
        fixed (float* inputs = inputGradient, outputs = outputGradient)
        fixed (ushort* place = places)
        {
            var arguments = new Arguments(shape, inputs, outputs, place);
            workspace.Cores.Run(shape.Batch, &BackwardImage, &arguments);
        }
    }

    private static void Check(MaxPool2DShape shape, int inputLength, int outputLength, int places)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shape.PoolHeight, 1, nameof(shape));
        ArgumentOutOfRangeException.ThrowIfLessThan(shape.PoolWidth, 1, nameof(shape));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)shape.PoolHeight * shape.PoolWidth, LargestWindow, nameof(shape));
        ArgumentOutOfRangeException.ThrowIfNotEqual(inputLength, shape.InputLength);
        ArgumentOutOfRangeException.ThrowIfNotEqual(outputLength, shape.OutputLength);
        ArgumentOutOfRangeException.ThrowIfNotEqual(places, shape.OutputLength);
    }

    private static void ForwardImage(Arguments* arguments, int image, int worker)
    {
        var shape = arguments->Shape;
        var input = arguments->Input(image);
        var output = arguments->Output(image);
        var places = arguments->Places(image);
        for (var y = 0; y < shape.OutputHeight; y++)
        {
            var window = input + (y * shape.PoolHeight * shape.Width * shape.Channels);
            for (var x = 0; x < shape.OutputWidth; x++)
            {
                ForwardWindow(in shape, window, output, places);
                window += shape.PoolWidth * shape.Channels;
                output += shape.Channels;
                places += shape.Channels;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ForwardWindow(in MaxPool2DShape shape, float* window, float* output, ushort* places)
    {
        var (rows, columns, channels) = (shape.PoolHeight, shape.PoolWidth, shape.Channels);
        var stride = shape.Width * channels;
        var channel = 0;

        // Two vectors of places narrow to one of 16-bit numbers.
        for (; channel <= channels - (2 * Vector<float>.Count); channel += 2 * Vector<float>.Count)
        {
            var row = window + channel;
            var (best0, best1) = (Vector.Load(row), Vector.Load(row + Vector<float>.Count));
            var (place0, place1, number) = (Vector<int>.Zero, Vector<int>.Zero, Vector<int>.Zero);
            for (var y = 0; y < rows; y++)
            {
                var pixel = row;
                for (var x = 0; x < columns; x++)
                {
                    Take(Vector.Load(pixel), number, ref best0, ref place0);
                    Take(Vector.Load(pixel + Vector<float>.Count), number, ref best1, ref place1);
                    number += Vector<int>.One;
                    pixel += channels;
                }

                row += stride;
            }

            best0.Store(output + channel);
            best1.Store(output + channel + Vector<float>.Count);
            Vector.AsVectorUInt16(Vector.Narrow(place0, place1)).Store(places + channel);
        }

        for (; channel < channels; channel++)
        {
            var best = window[channel];
            var place = 0;
            for (var number = 0; number < rows * columns; number++)
            {
                var value = window[(number / columns * stride) + (number % columns * channels) + channel];
                if (value > best || float.IsNaN(value))
                {
                    (best, place) = (value, number);
                }
            }

            output[channel] = best;
            places[channel] = (ushort)place;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Take(Vector<float> values, Vector<int> number, ref Vector<float> best, ref Vector<int> place)
    {
        var larger = Vector.GreaterThan(values, best) | ~Vector.Equals(values, values);
        best = Vector.ConditionalSelect(larger, values, best);
        place = Vector.ConditionalSelect(larger, number, place);
    }

    private static void BackwardImage(Arguments* arguments, int image, int worker)
    {
        var shape = arguments->Shape;
        var input = arguments->Input(image);
        var output = arguments->Output(image);
        var places = arguments->Places(image);
        var stride = shape.Width * shape.Channels;
        var pooled = shape.OutputWidth * shape.PoolWidth * shape.Channels;
        for (var y = 0; y < shape.OutputHeight; y++)
        {
            var window = input + (y * shape.PoolHeight * stride);
            for (var row = 0; row < shape.PoolHeight; row++)
            {
                new Span<float>(window + (row * stride) + pooled, stride - pooled).Clear();
            }

            for (var x = 0; x < shape.OutputWidth; x++)
            {
                BackwardWindow(in shape, window, output, places);
                window += shape.PoolWidth * shape.Channels;
                output += shape.Channels;
                places += shape.Channels;
            }
        }

        var rows = shape.OutputHeight * shape.PoolHeight;
        new Span<float>(input + (rows * stride), (shape.Height - rows) * stride).Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void BackwardWindow(in MaxPool2DShape shape, float* window, float* output, ushort* places)
    {
        var (rows, columns, channels) = (shape.PoolHeight, shape.PoolWidth, shape.Channels);
        var stride = shape.Width * channels;
        var channel = 0;
        for (; channel <= channels - (2 * Vector<float>.Count); channel += 2 * Vector<float>.Count)
        {
            var (gradient0, gradient1) = (Vector.Load(output + channel), Vector.Load(output + channel + Vector<float>.Count));
            Vector.Widen(Vector.Load(places + channel), out var place0, out var place1);
            var number = Vector<uint>.Zero;
            var row = window + channel;
            for (var y = 0; y < rows; y++)
            {
                var pixel = row;
                for (var x = 0; x < columns; x++)
                {
                    (gradient0 & Vector.AsVectorSingle(Vector.Equals(place0, number))).Store(pixel);
                    (gradient1 & Vector.AsVectorSingle(Vector.Equals(place1, number))).Store(pixel + Vector<float>.Count);
                    number += Vector<uint>.One;
                    pixel += channels;
                }

                row += stride;
            }
        }

        for (; channel < channels; channel++)
        {
            for (var number = 0; number < rows * columns; number++)
            {
                window[(number / columns * stride) + (number % columns * channels) + channel] = places[channel] == number ? output[channel] : 0f;
            }
        }
    }

    private readonly struct Arguments(MaxPool2DShape shape, float* input, float* output, ushort* places)
    {
        public readonly MaxPool2DShape Shape = shape;

        public float* Input(int image) => input + (image * Shape.Height * Shape.Width * Shape.Channels);

        public float* Output(int image) => output + (image * Shape.OutputHeight * Shape.OutputWidth * Shape.Channels);

        public ushort* Places(int image) => places + (image * Shape.OutputHeight * Shape.OutputWidth * Shape.Channels);
    }
}
