using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Tests.Numerics.Kernels;

/// <summary>A convolution and its gradients, number by number in the order that <see cref="Conv2D"/> documents.</summary>
internal sealed class Conv2DByDefinition
{
    private readonly Conv2DShape shape;
    private readonly float[] input;
    private readonly float[] kernel;
    private readonly float[] gradient;
    private readonly int top;
    private readonly int left;

    public Conv2DByDefinition(Conv2DShape shape, float[] input, float[] kernel, float[] bias, float[] outputGradient, bool relu)
    {
        (this.shape, this.input, this.kernel) = (shape, input, kernel);
        top = shape.Same ? Border(shape.Height, shape.KernelHeight) / 2 : 0;
        left = shape.Same ? Border(shape.Width, shape.KernelWidth) / 2 : 0;
        Output = ComputeOutput(bias, relu);
        gradient = [.. outputGradient.Select((value, i) => relu && !(Output[i] > 0) ? 0 : value)];
        InputGradient = ComputeInputGradient();
        (KernelGradient, BiasGradient) = ComputeWeightGradients();
    }

    public float[] Output { get; }

    public float[] InputGradient { get; }

    public float[] KernelGradient { get; }

    public float[] BiasGradient { get; }

    private float[] ComputeOutput(float[] bias, bool relu)
    {
        var output = new float[shape.Batch * shape.OutputHeight * shape.OutputWidth * shape.Filters];
        ForEachOutput((image, y, x, filter, at) =>
        {
            var sum = bias[filter];
            for (var row = 0; row < shape.KernelHeight; row++)
            {
                for (var column = 0; column < shape.KernelWidth; column++)
                {
                    for (var channel = 0; channel < shape.Channels; channel++)
                    {
                        sum = MathF.FusedMultiplyAdd(WindowInput(image, y, x, row, column, channel),
                            kernel[KernelAt(row, column, channel, filter)], sum);
                    }
                }
            }

            output[at] = relu && sum <= 0 ? 0 : sum;
        });
        return output;
    }

    private float[] ComputeInputGradient()
    {
        var result = new float[input.Length];
        for (var i = 0; i < result.Length; i++)
        {
            var channel = i % shape.Channels;
            var x = i / shape.Channels % shape.Width;
            var y = i / shape.Channels / shape.Width % shape.Height;
            var image = i / shape.Channels / shape.Width / shape.Height;
            var sum = 0f;
            for (var row = shape.KernelHeight - 1; row >= 0; row--)
            {
                for (var column = shape.KernelWidth - 1; column >= 0; column--)
                {
                    for (var filter = 0; filter < shape.Filters; filter++)
                    {
                        sum = MathF.FusedMultiplyAdd(Gradient(image, y + top - row, x + left - column, filter),
                            kernel[KernelAt(row, column, channel, filter)], sum);
                    }
                }
            }

            result[i] = sum;
        }

        return result;
    }

    private (float[] Kernel, float[] Bias) ComputeWeightGradients()
    {
        var (kernelSum, biasSum) = (new float[kernel.Length], new float[shape.Filters]);
        for (var part = 0; part < shape.Partials; part++)
        {
            var (kernelPart, biasPart) = (new float[kernel.Length], new float[shape.Filters]);
            ForEachOutput((image, y, x, filter, at) =>
            {
                if (image < part * shape.Batch / shape.Partials || image >= (part + 1) * shape.Batch / shape.Partials)
                {
                    return;
                }

                biasPart[filter] += gradient[at];
                for (var row = 0; row < shape.KernelHeight; row++)
                {
                    for (var column = 0; column < shape.KernelWidth; column++)
                    {
                        for (var channel = 0; channel < shape.Channels; channel++)
                        {
                            ref var sum = ref kernelPart[KernelAt(row, column, channel, filter)];
                            sum = MathF.FusedMultiplyAdd(WindowInput(image, y, x, row, column, channel), gradient[at], sum);
                        }
                    }
                }
            });
            kernelSum = part == 0 ? kernelPart : [.. kernelSum.Zip(kernelPart, (sum, value) => sum + value)];
            biasSum = part == 0 ? biasPart : [.. biasSum.Zip(biasPart, (sum, value) => sum + value)];
        }

        return (kernelSum, biasSum);
    }

    private void ForEachOutput(Action<int, int, int, int, int> visit)
    {
        var at = 0;
        for (var image = 0; image < shape.Batch; image++)
        {
            for (var y = 0; y < shape.OutputHeight; y++)
            {
                for (var x = 0; x < shape.OutputWidth; x++)
                {
                    for (var filter = 0; filter < shape.Filters; filter++)
                    {
                        visit(image, y, x, filter, at++);
                    }
                }
            }
        }
    }

    private float Input(int image, int y, int x, int channel) =>
        y < 0 || x < 0 || y >= shape.Height || x >= shape.Width ? 0
            : input[(((((image * shape.Height) + y) * shape.Width) + x) * shape.Channels) + channel];

    private float WindowInput(int image, int y, int x, int row, int column, int channel) =>
        Input(image, (y * shape.Stride) + row - top, (x * shape.Stride) + column - left, channel);

    // The gradient of the output whose window begins at a pixel; 0 where none does.
    private float Gradient(int image, int row, int column, int filter)
    {
        var (y, x) = (row / shape.Stride, column / shape.Stride);
        var isWindow = row >= 0 && column >= 0 && row % shape.Stride == 0 && column % shape.Stride == 0;
        return !isWindow || y >= shape.OutputHeight || x >= shape.OutputWidth
            ? 0
            : gradient[(((((image * shape.OutputHeight) + y) * shape.OutputWidth) + x) * shape.Filters) + filter];
    }

    // As TensorFlow has it: "SAME" in the documentation of tf.nn.convolution.
    private int Border(int size, int kernel) =>
        Math.Max(0, size % shape.Stride == 0 ? kernel - shape.Stride : kernel - (size % shape.Stride));

    private int KernelAt(int row, int column, int channel, int filter) =>
        (((((row * shape.KernelWidth) + column) * shape.Channels) + channel) * shape.Filters) + filter;
}
