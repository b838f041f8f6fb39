using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// Shifts each image by a random number of rows and columns; what comes in from outside is 0. Image i of a batch takes the words 2i
/// and 2i + 1 of the stream: a word w moves by ⌊w · (2 · most + 1) / 2^32⌋ - most, down or to the right where that is above 0. Values
/// are moved and not computed.
/// </summary>
public static unsafe class RandomShift
{
    /// <summary>Shifts images.</summary>
    /// <param name="shape">The images.</param>
    /// <param name="input">[batch, height, width, channels].</param>
    /// <param name="output">In the same shape, written; not the input itself.</param>
    /// <param name="most">Rows and columns that an image is shifted by at most, at least 0.</param>
    /// <param name="stream">The numbers of this step and layer.</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Forward(
        ImageBatchShape shape, ReadOnlySpan<float> input, Span<float> output, int most, RandomStream stream, Workspace workspace) =>
        Run(shape, input, output, most, stream, direction: 1, workspace);

    /// <summary>Shifts the output's gradient back; what lies outside comes in as 0.</summary>
    /// <param name="shape">The images.</param>
    /// <param name="outputGradient">[batch, height, width, channels].</param>
    /// <param name="inputGradient">In the same shape, written; not the output's gradient itself.</param>
    /// <param name="most">As in <see cref="Forward"/>.</param>
    /// <param name="stream">As in <see cref="Forward"/>.</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Backward(
        ImageBatchShape shape,
        ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient,
        int most,
        RandomStream stream,
        Workspace workspace) => Run(shape, outputGradient, inputGradient, most, stream, direction: -1, workspace);

    private static void Run(
        ImageBatchShape shape,
        ReadOnlySpan<float> from,
        Span<float> to,
        int most,
        RandomStream stream,
        int direction,
        Workspace workspace)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        Lengths.Require(from.Length, shape.Length);
        Lengths.Require(to.Length, shape.Length);
        fixed (float* source = from, destination = to)
        {
            workspace.Cores.Run(shape.Batch, new ShiftWork(shape, source, destination, most, stream, direction));
        }
    }

    private readonly struct ShiftWork(
        ImageBatchShape shape, float* source, float* destination, int most, RandomStream stream, int direction) : IWork
    {
        public void Compute(int item, int worker)
        {
            var (rows, columns) = (direction * Draw(2L * item), direction * Draw((2L * item) + 1));
            var from = source + ((nint)item * shape.ImageLength);
            var to = destination + ((nint)item * shape.ImageLength);
            var kept = Math.Max(0, shape.Width - Math.Abs(columns)) * shape.Channels;
            var (left, right) = (Math.Max(0, columns) * shape.Channels, Math.Max(0, -columns) * shape.Channels);
            for (var y = 0; y < shape.Height; y++, to += shape.RowLength)
            {
                var row = new Span<float>(to, shape.RowLength);
                row.Clear();
                if (y >= rows && y - rows < shape.Height && kept > 0)
                {
                    new Span<float>(from + ((nint)(y - rows) * shape.RowLength) + right, kept).CopyTo(row[left..]);
                }
            }
        }

        private int Draw(long index) => (int)(((ulong)stream.UInt32(index) * ((2 * (uint)most) + 1)) >> 32) - most;
    }
}
