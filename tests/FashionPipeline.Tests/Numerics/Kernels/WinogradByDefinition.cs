using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Tests.Numerics.Kernels;

/// <summary>
/// Winograd's convolution and its gradients, tile by tile and number by number in the order that <c>WinogradConv2D</c> documents.
/// </summary>
internal sealed class WinogradByDefinition
{
    private const int Points = 16;

    private readonly Conv2DShape shape;
    private readonly float[] input;
    private readonly float[] gradient;
    private readonly float[,,] kernelPoints;
    private readonly int border;
    private readonly int tileRows;
    private readonly int tileColumns;

    public WinogradByDefinition(Conv2DShape shape, float[] input, float[] kernel, float[] bias, float[] outputGradient, bool relu)
    {
        (this.shape, this.input) = (shape, input);
        border = shape.Same ? 1 : 0;
        (tileRows, tileColumns) = ((shape.OutputHeight + 1) / 2, (shape.OutputWidth + 1) / 2);
        kernelPoints = new float[Points, shape.Channels, shape.Filters];
        ForEach(shape.Channels, shape.Filters, (channel, filter) =>
        {
            var points = Square((row, column) => kernel[KernelAt(row, column, channel, filter)], 3, ToKernelPoints);
            ForEach(4, 4, (row, column) => kernelPoints[(row * 4) + column, channel, filter] = points[row, column]);
        });

        Output = ComputeOutput(bias, relu);
        gradient = [.. outputGradient.Select((value, i) => relu && !(Output[i] > 0) ? 0 : value)];
        InputGradient = ComputeInputGradient();
        (KernelGradient, BiasGradient) = ComputeWeightGradients();
    }

    public float[] Output { get; }

    public float[] InputGradient { get; }

    public float[] KernelGradient { get; }

    public float[] BiasGradient { get; }

    private static float[] ToPixelPoints(float[] x) => [x[0] - x[2], x[1] + x[2], x[2] - x[1], x[3] - x[1]];

    private static float[] ToKernelPoints(float[] x) => [x[0], (x[0] + x[2] + x[1]) / 2, (x[0] + x[2] - x[1]) / 2, x[2]];

    private static float[] ToOutputs(float[] x) => [x[0] + x[1] + x[2], x[1] - x[2] + x[3]];

    private static float[] ToGradientPoints(float[] x) => [x[0], x[0] + x[1], x[0] - x[1], x[1]];

    private static float[] ToPixelGradients(float[] x) => [x[0], x[1] - x[2] - x[3], x[1] + x[2] - x[0], x[3]];

    private static float[] ToKernelGradients(float[] x) => [x[0] + ((x[1] + x[2]) / 2), (x[1] - x[2]) / 2, ((x[1] + x[2]) / 2) + x[3]];

    /// <summary>A map down the columns, then along the rows.</summary>
    private static float[,] Square(Func<int, int, float> value, int size, Func<float[], float[]> map)
    {
        var columns = Enumerable.Range(0, size).Select(x => map([.. Enumerable.Range(0, size).Select(y => value(y, x))])).ToList();
        var result = new float[columns[0].Length, columns[0].Length];
        for (var y = 0; y < columns[0].Length; y++)
        {
            var row = map([.. columns.Select(column => column[y])]);
            for (var x = 0; x < row.Length; x++)
            {
                result[y, x] = row[x];
            }
        }

        return result;
    }

    private static void ForEach(int rows, int columns, Action<int, int> visit)
    {
        for (var i = 0; i < rows * columns; i++)
        {
            visit(i / columns, i % columns);
        }
    }

    private float[] ComputeOutput(float[] bias, bool relu)
    {
        var output = new float[shape.Batch * shape.OutputHeight * shape.OutputWidth * shape.Filters];
        ForEachTile((image, top, left) =>
        {
            var pixels = Enumerable.Range(0, shape.Channels).Select(channel => PixelPoints(image, top, left, channel)).ToList();
            for (var filter = 0; filter < shape.Filters; filter++)
            {
                var tile = Square((y, x) =>
                {
                    var sum = (y, x) == (1, 1) ? bias[filter] : 0;
                    for (var channel = 0; channel < shape.Channels; channel++)
                    {
                        sum = MathF.FusedMultiplyAdd(pixels[channel][y, x], kernelPoints[(y * 4) + x, channel, filter], sum);
                    }

                    return sum;
                }, 4, ToOutputs);
                ForEach(2, 2, (y, x) =>
                {
                    if (top + y < shape.OutputHeight && left + x < shape.OutputWidth)
                    {
                        output[OutputAt(image, top + y, left + x, filter)] = relu && tile[y, x] <= 0 ? 0 : tile[y, x];
                    }
                });
            }
        });
        return output;
    }

    private float[] ComputeInputGradient()
    {
        var result = new float[input.Length];
        ForEachTile((image, top, left) =>
        {
            var gradients = Enumerable.Range(0, shape.Filters).Select(filter => GradientPoints(image, top, left, filter)).ToList();
            for (var channel = 0; channel < shape.Channels; channel++)
            {
                var tile = Square((y, x) =>
                {
                    var sum = 0f;
                    for (var filter = 0; filter < shape.Filters; filter++)
                    {
                        sum = MathF.FusedMultiplyAdd(gradients[filter][y, x], kernelPoints[(y * 4) + x, channel, filter], sum);
                    }

                    return sum;
                }, 4, ToPixelGradients);
                ForEach(4, 4, (y, x) =>
                {
                    if (InputAt(image, top + y, left + x, channel) is { } at)
                    {
                        result[at] += tile[y, x];
                    }
                });
            }
        });
        return result;
    }

    private (float[] Kernel, float[] Bias) ComputeWeightGradients()
    {
        var sums = new float[Points, shape.Channels, shape.Filters];
        var bias = new float[shape.Filters];
        for (var part = 0; part < shape.Partials; part++)
        {
            var partSums = new float[Points, shape.Channels, shape.Filters];
            var partBias = new float[shape.Filters];
            bool IsOfPart(int image) => image >= part * shape.Batch / shape.Partials && image < (part + 1) * shape.Batch / shape.Partials;
            ForEachTile((image, top, left) =>
            {
                if (!IsOfPart(image))
                {
                    return;
                }

                var pixels = Enumerable.Range(0, shape.Channels).Select(channel => PixelPoints(image, top, left, channel)).ToList();
                var gradients = Enumerable.Range(0, shape.Filters).Select(filter => GradientPoints(image, top, left, filter)).ToList();
                ForEach(shape.Channels, shape.Filters, (channel, filter) => ForEach(4, 4, (y, x) =>
                {
                    ref var sum = ref partSums[(y * 4) + x, channel, filter];
                    sum = MathF.FusedMultiplyAdd(pixels[channel][y, x], gradients[filter][y, x], sum);
                }));
            });
            for (var at = 0; at < gradient.Length; at++)
            {
                if (IsOfPart(at / (gradient.Length / shape.Batch)))
                {
                    partBias[at % shape.Filters] += gradient[at];
                }
            }

            ForEach(Points, shape.Channels, (point, channel) => ForEach(1, shape.Filters, (_, filter) =>
                sums[point, channel, filter] = part == 0
                    ? partSums[point, channel, filter]
                    : sums[point, channel, filter] + partSums[point, channel, filter]));
            bias = part == 0 ? partBias : [.. bias.Zip(partBias, (sum, value) => sum + value)];
        }

        var kernel = new float[9 * shape.Channels * shape.Filters];
        ForEach(shape.Channels, shape.Filters, (channel, filter) =>
        {
            var weights = Square((y, x) => sums[(y * 4) + x, channel, filter], 4, ToKernelGradients);
            ForEach(3, 3, (row, column) => kernel[KernelAt(row, column, channel, filter)] = weights[row, column]);
        });
        return (kernel, bias);
    }

    private float[,] PixelPoints(int image, int top, int left, int channel) =>
        Square((y, x) => InputAt(image, top + y, left + x, channel) is { } at ? input[at] : 0, 4, ToPixelPoints);

    private float[,] GradientPoints(int image, int top, int left, int filter) => Square((y, x) =>
        top + y < shape.OutputHeight && left + x < shape.OutputWidth ? gradient[OutputAt(image, top + y, left + x, filter)] : 0,
        2, ToGradientPoints);

    private void ForEachTile(Action<int, int, int> visit)
    {
        for (var image = 0; image < shape.Batch; image++)
        {
            ForEach(tileRows, tileColumns, (row, column) => visit(image, 2 * row, 2 * column));
        }
    }

    private int? InputAt(int image, int y, int x, int channel) =>
        y < border || x < border || y >= shape.Height + border || x >= shape.Width + border
            ? null
            : (((((image * shape.Height) + y - border) * shape.Width) + x - border) * shape.Channels) + channel;

    private int OutputAt(int image, int y, int x, int filter) =>
        (((((image * shape.OutputHeight) + y) * shape.OutputWidth) + x) * shape.Filters) + filter;

    private int KernelAt(int row, int column, int channel, int filter) =>
        (((((row * 3) + column) * shape.Channels) + channel) * shape.Filters) + filter;
}
