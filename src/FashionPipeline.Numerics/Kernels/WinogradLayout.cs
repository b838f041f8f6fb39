namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// How images are cut into tiles for <see cref="WinogradConv2D"/>, and how points lie in memory: [16 points, tiles of a band, channels
/// or filters]. Tiles are taken in bands of whole rows, so that their points stay in the cache; bands change no result.
/// </summary>
/// <param name="Shape">The sizes of the convolution.</param>
internal readonly unsafe record struct WinogradLayout(Conv2DShape Shape)
{
    /// <summary>Rows and columns of outputs that a tile makes.</summary>
    public const int TileOutputs = 2;

    /// <summary>Numbers that the pixels of a tile become.</summary>
    public const int Points = 16;

    // Pixels beyond those of its outputs that a tile reads.
    private const int Overlap = 2;

    // Enough rows for the tiles of a product, few enough for the cache.
    private const int TilesOfBand = 36;

    // A line of the cache between points: else all 16 may fall into the same few places of it.
    private const int Gap = 16;

    /// <summary>Rows of tiles.</summary>
    public int TileRows => (Shape.OutputHeight + TileOutputs - 1) / TileOutputs;

    /// <summary>Columns of tiles.</summary>
    public int TileColumns => (Shape.OutputWidth + TileOutputs - 1) / TileOutputs;

    /// <summary>The input within a border that fills all tiles.</summary>
    public PaddedImage Input => Shape.PaddedInput with
    {
        PaddedHeight = (TileRows * TileOutputs) + Overlap,
        PaddedWidth = (TileColumns * TileOutputs) + Overlap,
    };

    /// <summary>The output, or its gradient, within a border that fills all tiles.</summary>
    public PaddedImage Output => new(
        Shape.OutputHeight, Shape.OutputWidth, Shape.Filters, 0, 0, TileRows * TileOutputs, TileColumns * TileOutputs);

    /// <summary>Bands of an image.</summary>
    public int Bands => (TileRows + BandRows - 1) / BandRows;

    /// <summary>Numbers of a point of the pixels of a band.</summary>
    public int PixelPointStride => checked((BandRows * TileColumns * Shape.Channels) + Gap);

    /// <summary>Numbers of a point of the outputs of a band.</summary>
    public int OutputPointStride => checked((BandRows * TileColumns * Shape.Filters) + Gap);

    /// <summary>Numbers of all points of the pixels of a band.</summary>
    public int PixelPointsLength => checked(Points * PixelPointStride);

    /// <summary>Numbers of all points of the outputs of a band.</summary>
    public int OutputPointsLength => checked(Points * OutputPointStride);

    /// <summary>Numbers of all points of the kernel: [16, channels, filters].</summary>
    public int KernelPointsLength => checked(Points * Shape.Channels * Shape.Filters);

    /// <summary>Numbers that a part of the batch sums up: points of the kernel's gradient, and the gradient of the bias.</summary>
    public int SumsLength => checked(KernelPointsLength + Shape.Filters);

    private int BandRows => Math.Clamp(TilesOfBand / TileColumns, 1, TileRows);

    /// <summary>Tiles of a band.</summary>
    public int Tiles(int band) => (EndRow(band) - (band * BandRows)) * TileColumns;

    /// <summary>Takes the tiles of a band from an image to their points.</summary>
    public void Transform<TMap>(int band, PaddedImage layout, float* image, float* points, nint pointStride)
        where TMap : IWinogradMap
    {
        for (var row = band * BandRows; row < EndRow(band); row++)
        {
            var tile = image + ((nint)row * TileOutputs * layout.PaddedRowLength);
            for (var column = 0; column < TileColumns; column++)
            {
                WinogradTransform.Apply<TMap, StoreValue>(
                    tile, layout.PaddedRowLength, layout.Channels, points, 4 * pointStride, pointStride, layout.Channels);
                tile += TileOutputs * layout.Channels;
                points += layout.Channels;
            }
        }
    }

    /// <summary>Takes the tiles of a band from their points to an image.</summary>
    public void TransformBack<TMap, TStore>(int band, float* points, nint pointStride, PaddedImage layout, float* image)
        where TMap : IWinogradMap
        where TStore : IVectorStore
    {
        for (var row = band * BandRows; row < EndRow(band); row++)
        {
            var tile = image + ((nint)row * TileOutputs * layout.PaddedRowLength);
            for (var column = 0; column < TileColumns; column++)
            {
                WinogradTransform.Apply<TMap, TStore>(
                    points, 4 * pointStride, pointStride, tile, layout.PaddedRowLength, layout.Channels, layout.Channels);
                tile += TileOutputs * layout.Channels;
                points += layout.Channels;
            }
        }
    }

    private int EndRow(int band) => Math.Min((band + 1) * BandRows, TileRows);
}
