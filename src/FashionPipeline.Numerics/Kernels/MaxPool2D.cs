using System.Numerics;
using System.Runtime.CompilerServices;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// The largest value of each window and channel. Of equal values the first counts, row by row; a NaN counts as larger than any number,
/// as in libtorch.
/// </summary>
public static unsafe class MaxPool2D
{
    private const int LargestWindow = 1 << 16;

    /// <summary>Writes the largest values and where they were found.</summary>
    /// <param name="shape">The images and the windows, of at most 65,536 pixels.</param>
    /// <param name="input">[batch, height, width, channels].</param>
    /// <param name="output">[batch, output height, output width, channels].</param>
    /// <param name="places">As the output: the pixel's number in its window, row by row from 0.</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Forward(
        Pool2DShape shape, ReadOnlySpan<float> input, Span<float> output, Span<ushort> places, Workspace workspace) =>
        Run<ForwardWindow>(shape, input, output, places, workspace);

    /// <summary>Writes the whole gradient of the input: the output's gradient where the largest value was, 0 everywhere else.</summary>
    /// <param name="shape">The images and the windows, of at most 65,536 pixels.</param>
    /// <param name="outputGradient">[batch, output height, output width, channels].</param>
    /// <param name="places">What <see cref="Forward"/> wrote.</param>
    /// <param name="inputGradient">[batch, height, width, channels].</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Backward(
        Pool2DShape shape,
        ReadOnlySpan<float> outputGradient,
        ReadOnlySpan<ushort> places,
        Span<float> inputGradient,
        Workspace workspace) =>
        Run<BackwardWindow>(shape, inputGradient, outputGradient, places, workspace);

    private static void Run<TWindow>(
        Pool2DShape shape, ReadOnlySpan<float> input, ReadOnlySpan<float> output, ReadOnlySpan<ushort> places, Workspace workspace)
        where TWindow : unmanaged, IPoolWindow
    {
        shape.Require(input.Length, output.Length, LargestWindow);
        ArgumentOutOfRangeException.ThrowIfNotEqual(places.Length, output.Length);
        fixed (float* inputs = input, outputs = output)
        fixed (ushort* place = places)
        {
            workspace.Cores.Run(shape.Batch, new Pool2DWork<TWindow>(shape, inputs, outputs, place));
        }
    }

    private readonly struct ForwardWindow : IPoolWindow
    {
        public static bool WritesInput => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Compute(in Pool2DShape shape, float* window, float* output, ushort* places)
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
    }

    private readonly struct BackwardWindow : IPoolWindow
    {
        public static bool WritesInput => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Compute(in Pool2DShape shape, float* window, float* output, ushort* places)
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
                    var place = (number / columns * stride) + (number % columns * channels) + channel;
                    window[place] = places[channel] == number ? output[channel] : 0f;
                }
            }
        }
    }
}
