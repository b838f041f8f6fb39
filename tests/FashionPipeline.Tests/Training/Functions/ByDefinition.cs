using FashionPipeline.Numerics.Random;
using FashionPipeline.Training.Layers;

namespace FashionPipeline.Tests.Training.Functions;

/// <summary>The layers in double, straight from their formulas: what kernels are measured by.</summary>
internal static class ByDefinition
{
    /// <summary>Σ x·kernel + bias.</summary>
    public static double[] Dense(double[] input, double[] kernel, double[] bias, int batch)
    {
        var (units, features) = (bias.Length, kernel.Length / bias.Length);
        var output = new double[batch * units];
        for (var row = 0; row < batch; row++)
        {
            for (var unit = 0; unit < units; unit++)
            {
                output[(row * units) + unit] = bias[unit]
                    + Enumerable.Range(0, features).Sum(feature => input[(row * features) + feature] * kernel[(feature * units) + unit]);
            }
        }

        return output;
    }

    /// <summary>
    /// The sum of each window of [batch, height, width, channels] times [rows, columns, channels, filters]; with padding same, the smaller
    /// half of the border lies above and left.
    /// </summary>
    public static double[] Conv2D(
        double[] input, long[] size, double[] kernel, long[] kernelSize, double[] bias, bool same, int strides = 1)
    {
        var (batch, height, width, channels) = (size[0], size[1], size[2], size[3]);
        var (rows, columns, filters) = (kernelSize[0], kernelSize[1], kernelSize[3]);
        var (outputHeight, outputWidth) = same
            ? ((height + strides - 1) / strides, (width + strides - 1) / strides)
            : ((height - rows) / strides + 1, (width - columns) / strides + 1);
        var top = same ? Math.Max(0, ((outputHeight - 1) * strides) + rows - height) / 2 : 0;
        var left = same ? Math.Max(0, ((outputWidth - 1) * strides) + columns - width) / 2 : 0;
        var output = new double[batch * outputHeight * outputWidth * filters];
        for (var i = 0L; i < output.Length; i++)
        {
            var (filter, pixel) = (i % filters, i / filters);
            var (x, y, image) = (pixel % outputWidth, pixel / outputWidth % outputHeight, pixel / outputWidth / outputHeight);
            output[i] = bias[filter];
            for (var window = 0L; window < rows * columns * channels; window++)
            {
                var (channel, column, row) = (window % channels, window / channels % columns, window / channels / columns);
                var (inputX, inputY) = ((x * strides) + column - left, (y * strides) + row - top);
                if (inputX >= 0 && inputX < width && inputY >= 0 && inputY < height)
                {
                    var place = (((((image * height) + inputY) * width) + inputX) * channels) + channel;
                    output[i] += input[place] * kernel[(window * filters) + filter];
                }
            }
        }

        return output;
    }

    /// <summary>The largest value of each window; what fills none is dropped.</summary>
    public static double[] MaxPool2D(double[] input, long[] size, int poolHeight, int poolWidth)
    {
        var (batch, height, width, channels) = (size[0], size[1], size[2], size[3]);
        var (outputHeight, outputWidth) = (height / poolHeight, width / poolWidth);
        var output = new double[batch * outputHeight * outputWidth * channels];
        Array.Fill(output, double.NegativeInfinity);
        for (var i = 0L; i < input.Length; i++)
        {
            var (channel, pixel) = (i % channels, i / channels);
            var (x, y, image) = (pixel % width / poolWidth, pixel / width % height / poolHeight, pixel / width / height);
            if (x < outputWidth && y < outputHeight)
            {
                var place = (((((image * outputHeight) + y) * outputWidth) + x) * channels) + channel;
                output[place] = Math.Max(output[place], input[i]);
            }
        }

        return output;
    }

    /// <summary>The mean of each window; what fills none is dropped.</summary>
    public static double[] AveragePool2D(double[] input, long[] size, int poolHeight, int poolWidth)
    {
        var (batch, height, width, channels) = (size[0], size[1], size[2], size[3]);
        var (outputHeight, outputWidth) = (height / poolHeight, width / poolWidth);
        var output = new double[batch * outputHeight * outputWidth * channels];
        for (var i = 0L; i < input.Length; i++)
        {
            var (channel, pixel) = (i % channels, i / channels);
            var (x, y, image) = (pixel % width / poolWidth, pixel / width % height / poolHeight, pixel / width / height);
            if (x < outputWidth && y < outputHeight)
            {
                output[(((((image * outputHeight) + y) * outputWidth) + x) * channels) + channel] += input[i] / (poolHeight * poolWidth);
            }
        }

        return output;
    }

    /// <summary>Each channel, the last axis, with mean 0 and variance 1 over all rows, times gamma, plus beta.</summary>
    public static double[] BatchNorm(double[] input, double[] gamma, double[] beta, double epsilon)
    {
        var output = new double[input.Length];
        for (var channel = 0; channel < gamma.Length; channel++)
        {
            var values = input.Where((_, i) => i % gamma.Length == channel).ToList();
            var mean = values.Average();
            var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)) + epsilon);
            for (var i = channel; i < input.Length; i += gamma.Length)
            {
                output[i] = ((input[i] - mean) / deviation * gamma[channel]) + beta[channel];
            }
        }

        return output;
    }

    /// <summary>The activation, value by value.</summary>
    public static double[] Activate(double[] input, Activation activation) => activation switch
    {
        Activation.Relu => Array.ConvertAll(input, value => Math.Max(0, value)),
        Activation.Sigmoid => Array.ConvertAll(input, value => 1 / (1 + Math.Exp(-value))),
        Activation.Tanh => Array.ConvertAll(input, Math.Tanh),
        _ => [.. input],
    };

    /// <summary>
    /// Each value is dropped where its 16 bits of the stream are below the rate's, and otherwise divided by what is kept.
    /// </summary>
    public static double[] Dropout(double[] input, double rate, RandomStream stream)
    {
        return [.. input.Select((value, i) => IsDropped(i) ? 0 : value / (1 - rate))];

        bool IsDropped(int i) => ((stream.UInt32(i / 2) >> (16 * (i % 2))) & 0xffff) < Math.Round(rate * 65536);
    }

    /// <summary>Mean over the rows of ln Σ e^z - z of the label.</summary>
    public static double SoftmaxCrossEntropy(double[] logits, int[] labels) => logits
        .Chunk(logits.Length / labels.Length)
        .Select((row, i) => Math.Log(row.Sum(logit => Math.Exp(logit - row.Max()))) + row.Max() - row[labels[i]])
        .Average();
}
