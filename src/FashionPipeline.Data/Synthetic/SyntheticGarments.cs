using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Data.Synthetic;

/// <summary>
/// Draws ten kinds of garments of 28 x 28 pixels: a silhouette of random cut, place, tone and texture, with noise. An image is a
/// function of the seed and its index alone; additions, multiplications and divisions only, so its bytes are the same everywhere.
/// </summary>
public static class SyntheticGarments
{
    /// <summary>Rows and columns of an image.</summary>
    public const int Size = 28;

    /// <summary>The images to train and to test on.</summary>
    public static DataSplits Generate(SyntheticOptions options) => new(
        Draw(options.Seed, 0, options.TrainCount),
        Draw(options.Seed, options.TrainCount, options.TestCount));

    private static LabelledImages Draw(ulong seed, int first, int count)
    {
        var pixels = new byte[count * Size * Size];
        var labels = new byte[count];
        for (var i = 0; i < count; i++)
        {
            var random = new RandomStream(seed, RandomPurpose.SyntheticData, step: (uint)(first + i));
            var cut = new GarmentCut(random);
            labels[i] = (byte)(random.UInt32(GarmentCut.Draws) % Silhouettes.Count);
            Draw(random, cut, Silhouettes.Of(labels[i], cut), pixels.AsSpan(i * Size * Size, Size * Size));
        }

        return new LabelledImages { Height = Size, Width = Size, Pixels = pixels, Labels = labels };
    }

    private static void Draw(RandomStream random, GarmentCut cut, Silhouette silhouette, Span<byte> image)
    {
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                // The garment's own coordinates: x from -1 (left) to 1, y from 0 (top) to 1.
                var x = (column + 0.5f - 14f - cut.ShiftX) / (13f * cut.Scale);
                var y = ((row + 0.5f - 14f - cut.ShiftY) / (26f * cut.Scale)) + 0.5f;
                x += (y - 0.5f) * cut.Slant;

                var noise = random.Single(GarmentCut.Draws + 1 + (row * Size) + column) - 0.5f;
                var tone = silhouette(x, y) ? cut.Tone + cut.Texture(x, y) + (noise * cut.Noise) : noise * cut.Noise * 0.5f;
                image[(row * Size) + column] = (byte)(Math.Clamp(tone, 0f, 1f) * 255f);
            }
        }
    }
}
