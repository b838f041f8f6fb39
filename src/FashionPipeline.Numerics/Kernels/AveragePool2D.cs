using System.Numerics;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// The mean of each window and channel: the sum starts from 0, adds the window's pixels row by row (+) and is divided by their number once.
/// Backward, each pixel of a window takes the output's gradient divided by that number, and what fills no window takes 0.
/// </summary>
public static unsafe class AveragePool2D
{
    // The last number up to which float32 counts.
    private const int LargestWindow = 1 << 24;

    /// <summary>Writes the means.</summary>
    /// <param name="shape">The images and the windows, of at most 16,777,216 pixels.</param>
    /// <param name="input">[batch, height, width, channels].</param>
    /// <param name="output">[batch, output height, output width, channels].</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Forward(Pool2DShape shape, ReadOnlySpan<float> input, Span<float> output, Workspace workspace) =>
        Run<ForwardWindow>(shape, input, output, workspace);

    /// <summary>Writes the whole gradient of the input.</summary>
    /// <param name="shape">The images and the windows.</param>
    /// <param name="outputGradient">[batch, output height, output width, channels].</param>
    /// <param name="inputGradient">[batch, height, width, channels].</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Backward(
        Pool2DShape shape, ReadOnlySpan<float> outputGradient, Span<float> inputGradient, Workspace workspace) =>
        Run<BackwardWindow>(shape, inputGradient, outputGradient, workspace);

    private static void Run<TWindow>(Pool2DShape shape, ReadOnlySpan<float> input, ReadOnlySpan<float> output, Workspace workspace)
        where TWindow : unmanaged, IPoolWindow
    {
        shape.Require(input.Length, output.Length, LargestWindow);
        fixed (float* inputs = input, outputs = output)
        {
            workspace.Cores.Run(shape.Batch, new Pool2DWork<TWindow>(shape, inputs, outputs, null));
        }
    }

    private readonly struct ForwardWindow : IPoolWindow
    {
        public static bool WritesInput => false;

        public static void Compute(in Pool2DShape shape, float* window, float* output, ushort* places)
        {
            var (rows, columns, channels) = (shape.PoolHeight, shape.PoolWidth, shape.Channels);
            var (stride, pixels) = (shape.Width * channels, (float)(rows * columns));
            var channel = 0;
            for (; channel <= channels - Vector<float>.Count; channel += Vector<float>.Count)
            {
                var sum = Vector<float>.Zero;
                for (var y = 0; y < rows; y++)
                {
                    var pixel = window + (y * stride) + channel;
                    for (var x = 0; x < columns; x++, pixel += channels)
                    {
                        sum += Vector.Load(pixel);
                    }
                }

                (sum / Vector.Create(pixels)).Store(output + channel);
            }

            for (; channel < channels; channel++)
            {
                var sum = 0f;
                for (var y = 0; y < rows; y++)
                {
                    var pixel = window + (y * stride) + channel;
                    for (var x = 0; x < columns; x++, pixel += channels)
                    {
                        sum += *pixel;
                    }
                }

                output[channel] = sum / pixels;
            }
        }
    }

    private readonly struct BackwardWindow : IPoolWindow
    {
        public static bool WritesInput => true;

        public static void Compute(in Pool2DShape shape, float* window, float* output, ushort* places)
        {
            var (rows, columns, channels) = (shape.PoolHeight, shape.PoolWidth, shape.Channels);
            var (stride, pixels) = (shape.Width * channels, (float)(rows * columns));
            var channel = 0;
            for (; channel <= channels - Vector<float>.Count; channel += Vector<float>.Count)
            {
                var gradient = Vector.Load(output + channel) / Vector.Create(pixels);
                for (var y = 0; y < rows; y++)
                {
                    var pixel = window + (y * stride) + channel;
                    for (var x = 0; x < columns; x++, pixel += channels)
                    {
                        gradient.Store(pixel);
                    }
                }
            }

            for (; channel < channels; channel++)
            {
                var gradient = output[channel] / pixels;
                for (var y = 0; y < rows; y++)
                {
                    var pixel = window + (y * stride) + channel;
                    for (var x = 0; x < columns; x++, pixel += channels)
                    {
                        *pixel = gradient;
                    }
                }
            }
        }
    }
}
