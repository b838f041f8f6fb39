using System.Numerics;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// Sums over the rows of a batch, a sum a channel, in double: 0 in each of <see cref="BatchNormShape.Partials"/> parts of the rows, to
/// which the part's rows are added in order; then the parts in order.
/// </summary>
internal static unsafe class ChannelSums
{
    /// <summary>Writes the sum of each channel.</summary>
    /// <typeparam name="TTerm">What a row adds.</typeparam>
    /// <param name="shape">The sizes.</param>
    /// <param name="values">[rows, channels].</param>
    /// <param name="means">[channels].</param>
    /// <param name="gradients">[rows, channels]; the values where no term reads them.</param>
    /// <param name="sums">[channels], written; the means themselves where no term reads them.</param>
    /// <param name="workspace">Cores and memory.</param>
    public static void Add<TTerm>(
        BatchNormShape shape, float* values, double* means, float* gradients, double* sums, Workspace workspace)
        where TTerm : unmanaged, IChannelTerm
    {
        var length = checked(shape.Partials * shape.Channels * (sizeof(double) / sizeof(float)));
        var partials = (double*)workspace.Floats(Scratch.Partials, length);
        workspace.Cores.Run(shape.Partials, new PartWork<TTerm>(shape, values, means, gradients, partials));
        for (var channel = 0; channel < shape.Channels; channel++)
        {
            var sum = partials[channel];
            for (var part = 1; part < shape.Partials; part++)
            {
                sum += partials[(part * shape.Channels) + channel];
            }

            sums[channel] = sum;
        }
    }

    /// <summary>The sums of a part of the rows.</summary>
    private readonly struct PartWork<TTerm>(
        BatchNormShape shape, float* values, double* means, float* gradients, double* partials) : IWork
        where TTerm : unmanaged, IChannelTerm
    {
        public void Compute(int item, int worker)
        {
            var (first, end) = shape.RowsOf(item);
            nint channels = shape.Channels;
            var sums = partials + (item * channels);
            nint channel = 0;
            for (; channel + Vector<float>.Count <= channels; channel += Vector<float>.Count)
            {
                var (mean0, mean1) = (Vector.Load(means + channel), Vector.Load(means + channel + Vector<double>.Count));
                var (sum0, sum1) = (Vector<double>.Zero, Vector<double>.Zero);
                for (var row = first; row < end; row++)
                {
                    Vector.Widen(Vector.Load(values + (row * channels) + channel), out var value0, out var value1);
                    Vector.Widen(Vector.Load(gradients + (row * channels) + channel), out var gradient0, out var gradient1);
                    sum0 += TTerm.Of(value0, mean0, gradient0);
                    sum1 += TTerm.Of(value1, mean1, gradient1);
                }

                sum0.Store(sums + channel);
                sum1.Store(sums + channel + Vector<double>.Count);
            }

            for (; channel < channels; channel++)
            {
                var mean = new Vector<double>(means[channel]);
                var sum = Vector<double>.Zero;
                for (var row = first; row < end; row++)
                {
                    var place = (row * channels) + channel;
                    sum += TTerm.Of(new Vector<double>(values[place]), mean, new Vector<double>(gradients[place]));
                }

                sums[channel] = sum[0];
            }
        }
    }
}
