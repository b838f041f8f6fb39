namespace FashionPipeline.Numerics.Linear;

/// <summary>
/// Points with byte coordinates as <see cref="DotProducts"/> reads them: coordinates widened to 16 bits and taken two by two
/// as one 32-bit word; once point after point, once in panels of 16 points with one word of each side by side.
/// </summary>
internal sealed class PackedPoints
{
    /// <summary>Points of a panel.</summary>
    public const int Panel = 16;

    /// <summary>Points, padded with zeros to whole tiles.</summary>
    public required int PaddedCount { get; init; }

    /// <summary>Words of a point: half its coordinates, rounded up.</summary>
    public required int Words { get; init; }

    /// <summary>Point after point: [padded count, words].</summary>
    public required uint[] ByPoint { get; init; }

    /// <summary>Panel after panel: [padded count / 16, words, 16].</summary>
    public required uint[] ByPanel { get; init; }

    /// <summary>Squared norm of each point: [padded count].</summary>
    public required int[] SquaredNorms { get; init; }

    public static PackedPoints Pack(ReadOnlySpan<byte> points, int dimensions, int tile)
    {
        var count = points.Length / dimensions;
        var padded = (count + tile - 1) / tile * tile;
        var words = (dimensions + 1) / 2;
        var byPoint = new uint[padded * words];
        var byPanel = new uint[padded * words];
        var norms = new int[padded];
        for (var i = 0; i < count; i++)
        {
            var point = points.Slice(i * dimensions, dimensions);
            var panel = byPanel.AsSpan(i / Panel * Panel * words);
            for (var w = 0; w < words; w++)
            {
                uint low = point[2 * w];
                uint high = (2 * w) + 1 < dimensions ? point[(2 * w) + 1] : 0u;
                var word = low | (high << 16);
                byPoint[(i * words) + w] = word;
                panel[(w * Panel) + (i % Panel)] = word;
                norms[i] += (int)((low * low) + (high * high));
            }
        }

        return new PackedPoints { PaddedCount = padded, Words = words, ByPoint = byPoint, ByPanel = byPanel, SquaredNorms = norms };
    }
}
