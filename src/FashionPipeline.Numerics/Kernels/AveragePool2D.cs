using System.Numerics;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// The mean of each window and channel: the sum starts from 0, adds the window's pixels row by row (+) and is divided by their number once.
/// Backward, each pixel of a window takes the output's gradient divided by that number, and what fills no window takes 0.
/// An image is an item.
/// </summary>
public static unsafe class AveragePool2D
{
    private const int LargestWindow = 1 << 24;

    /// <summary>Writes the means.</summary>
    /// <param name="shape">The images and the windows.</param>
    /// <param name="input">[batch, height, width, channels].</param>
    /// <param name="output">[batch, output height, output width, channels].</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Forward(AveragePool2DShape shape, ReadOnlySpan<float> input, Span<float> output, Workspace workspace)
    {
        Check(shape, input.Length, output.Length);
        fixed (float* inputs = input, outputs = output)
        {
            var arguments = new Arguments(shape, inputs, outputs);
            workspace.Cores.Run(shape.Batch, &ForwardImage, &arguments);
        }
    }

    /// <summary>Writes the whole gradient of the input.</summary>
    /// <param name="shape">The images and the windows.</param>
    /// <param name="outputGradient">[batch, output height, output width, channels].</param>
    /// <param name="inputGradient">[batch, height, width, channels].</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Backward(AveragePool2DShape shape, ReadOnlySpan<float> outputGradient, Span<float> inputGradient, Workspace workspace)
    {
        Check(shape, inputGradient.Length, outputGradient.Length);
        fixed (float* inputs = inputGradient, outputs = outputGradient)
        {
            var arguments = new Arguments(shape, inputs, outputs);
            workspace.Cores.Run(shape.Batch, &BackwardImage, &arguments);
        }
    }

    private static void Check(AveragePool2DShape shape, int inputLength, int outputLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shape.PoolHeight, 1, nameof(shape));
        ArgumentOutOfRangeException.ThrowIfLessThan(shape.PoolWidth, 1, nameof(shape));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)shape.PoolHeight * shape.PoolWidth, LargestWindow, nameof(shape));
        ArgumentOutOfRangeException.ThrowIfNotEqual(inputLength, shape.InputLength);
        ArgumentOutOfRangeException.ThrowIfNotEqual(outputLength, shape.OutputLength);
    }

    private static void ForwardImage(Arguments* arguments, int image, int worker)
    {
        var shape = arguments->Shape;
        var input = arguments->Input(image);
        var output = arguments->Output(image);
        for (var y = 0; y < shape.OutputHeight; y++)
        {
            var window = input + (y * shape.PoolHeight * shape.Width * shape.Channels);
            for (var x = 0; x < shape.OutputWidth; x++)
            {
                ForwardWindow(in shape, window, output);
                window += shape.PoolWidth * shape.Channels;
                output += shape.Channels;
            }
        }
    }

    private static void ForwardWindow(in AveragePool2DShape shape, float* window, float* output)
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

    private static void BackwardImage(Arguments* arguments, int image, int worker)
    {
        var shape = arguments->Shape;
        var input = arguments->Input(image);
        var output = arguments->Output(image);
        new Span<float>(input, shape.Height * shape.Width * shape.Channels).Clear();
        for (var y = 0; y < shape.OutputHeight; y++)
        {
            var window = input + (y * shape.PoolHeight * shape.Width * shape.Channels);
            for (var x = 0; x < shape.OutputWidth; x++)
            {
                BackwardWindow(in shape, window, output);
                window += shape.PoolWidth * shape.Channels;
                output += shape.Channels;
            }
        }
    }

    private static void BackwardWindow(in AveragePool2DShape shape, float* window, float* output)
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

    private readonly struct Arguments(AveragePool2DShape shape, float* input, float* output)
    {
        public readonly AveragePool2DShape Shape = shape;

        public float* Input(int image) => input + (image * Shape.Height * Shape.Width * Shape.Channels);

        public float* Output(int image) => output + (image * Shape.OutputHeight * Shape.OutputWidth * Shape.Channels);
    }
}
