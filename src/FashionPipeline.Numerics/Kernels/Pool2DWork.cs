namespace FashionPipeline.Numerics.Kernels;

/// <summary>Visits the windows of images, an image an item. What fills no window becomes 0 where the input is written.</summary>
internal readonly unsafe struct Pool2DWork<TWindow>(Pool2DShape shape, float* input, float* output, ushort* places) : IWork
    where TWindow : unmanaged, IPoolWindow
{
    public void Compute(int item, int worker)
    {
        var sizes = shape;
        var rowLength = sizes.Width * sizes.Channels;
        var row = input + (item * sizes.Height * rowLength);
        var end = row + (sizes.Height * rowLength);
        var pixel = item * sizes.OutputHeight * sizes.OutputWidth * sizes.Channels;
        for (var y = 0; y < sizes.OutputHeight; y++, row += sizes.PoolHeight * rowLength)
        {
            var window = row;
            for (var x = 0; x < sizes.OutputWidth; x++, window += sizes.PoolWidth * sizes.Channels, pixel += sizes.Channels)
            {
                TWindow.Compute(in sizes, window, output + pixel, places + pixel);
            }

            for (var i = 0; TWindow.WritesInput && i < sizes.PoolHeight; i++)
            {
                new Span<float>(window + (i * rowLength), (int)(row + rowLength - window)).Clear();
            }
        }

        if (TWindow.WritesInput)
        {
            new Span<float>(row, (int)(end - row)).Clear();
        }
    }
}
