namespace FashionPipeline.Numerics.Linear;

/// <summary>
/// Points with byte coordinates as <see cref="DotProducts"/> reads them: coordinates widened to 16 bits and taken two by two
/// as one 32-bit word, a pair; once point after point, once in panels of 16 points with one pair of each side by side.
/// </summary>
internal sealed class PackedPoints
{
    /// <summary>Points of a panel.</summary>
    public const int Panel = 16;

    /// <summary>Points, padded with zeros to whole tiles.</summary>
    public required int PaddedCount { get; init; }

    /// <summary>Half a point's coordinates, rounded up.</summary>
    public required int PairsPerPoint { get; init; }

    /// <summary>Point after point: [padded count, pairs].</summary>
    public required uint[] ByPoint { get; init; }

    /// <summary>Panel after panel: [padded count / 16, pairs, 16].</summary>
    public required uint[] ByPanel { get; init; }

    /// <summary>Squared norm of each point: [padded count].</summary>
    public required int[] SquaredNorms { get; init; }

    public static PackedPoints Pack(ReadOnlySpan<byte> points, int dimensions, int tile)
    {
        var count = points.Length / dimensions;
        var padded = (count + tile - 1) / tile * tile;
        var pairs = (dimensions + 1) / 2;
        var byPoint = new uint[padded * pairs];
        var byPanel = new uint[padded * pairs];
        var norms = new int[padded];
        for (var i = 0; i < count; i++)
        {
            var point = points.Slice(i * dimensions, dimensions);
            var panel = byPanel.AsSpan(i / Panel * Panel * pairs);
            for (var p = 0; p < pairs; p++)
            {
                uint low = point[2 * p];
                uint high = (2 * p) + 1 < dimensions ? point[(2 * p) + 1] : 0u;
                var pair = low | (high << 16);
                byPoint[(i * pairs) + p] = pair;
                panel[(p * Panel) + (i % Panel)] = pair;
                norms[i] += (int)((low * low) + (high * high));
            }
        }

        return new PackedPoints { PaddedCount = padded, PairsPerPoint = pairs, ByPoint = byPoint, ByPanel = byPanel, SquaredNorms = norms };
    }
}
