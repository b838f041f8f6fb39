using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Portability.Cases;

/// <summary>Philox and what is drawn from it.</summary>
public static class RandomCases
{
    private static readonly RandomStream Stream = new(0x0123456789ABCDEF, RandomPurpose.Weights, layer: 3, epoch: 2, step: 1);

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All { get; } =
    [
        new("random/philox-blocks", () => Bits.Of(PhiloxBlocks(1000))),
        new("random/fill", () => Bits.Of(Fill(4099))),
        new("random/singles", () => Bits.Of([.. Enumerable.Range(0, 1001).Select(i => Stream.Single(i))])),
        new("random/doubles", () => Bits.Of([.. Enumerable.Range(0, 1001).Select(i => Stream.Double(i))])),
        new("random/permutation", () => Bits.Of(Stream.Permutation(10_007))),
        new("random/glorot-uniform", () =>
            Bits.Of(Weights(kernel => GlorotUniform.Fill(kernel, Stream, fanIn: 784, fanOut: 512, start: 3)))),
        new("random/he-normal", () => Bits.Of(Weights(kernel => HeNormal.Fill(kernel, Stream, fanIn: 9, start: 3)))),
    ];

    private static uint[] PhiloxBlocks(uint count)
    {
        var numbers = new List<uint>();
        for (var i = 0u; i < count; i++)
        {
            // Words and keys with high and low bits set.
            var (x0, x1, x2, x3) = Philox4x32.Block((i, ~i, i * 0x9E3779B9, i << 24), ulong.MaxValue / (i + 1));
            numbers.AddRange([x0, x1, x2, x3]);
        }

        return [.. numbers];
    }

    private static uint[] Fill(int count)
    {
        var numbers = new uint[count];
        Stream.Fill(numbers);
        return numbers;
    }

    private static float[] Weights(Action<float[]> fill)
    {
        var kernel = new float[5003];
        fill(kernel);
        return kernel;
    }
}
