using FashionPipeline.Data;
using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Tests.Data;

/// <summary>Images of any size and number, every byte random.</summary>
internal static class Images
{
    public static LabelledImages Random(int count, int height, int width, int classes, ulong seed = 1, int channels = 1)
    {
        var random = new RandomStream(seed, RandomPurpose.SyntheticData);
        return new LabelledImages
        {
            Height = height,
            Width = width,
            Channels = channels,
            Pixels = [.. Enumerable.Range(0, count * height * width * channels).Select(index => (byte)random.UInt32(index))],
            Labels = [.. Enumerable.Range(0, count).Select(index => (byte)(random.UInt32(1_000_000 + index) % (uint)classes))],
        };
    }
}
