using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Benchmarks.Kernels;

/// <summary>Numbers to compute with.</summary>
internal static class Numbers
{
    /// <summary>
    /// Random numbers in [-0.5, 0.5): an ordinary mix of signs and sizes, without zeros to skip or denormals to stumble over.
    /// </summary>
    public static float[] Draw(int count, uint stream)
    {
        var random = new RandomStream(12345, RandomPurpose.SyntheticData, step: stream);
        var numbers = new float[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = random.Single(i) - 0.5f;
        }

        return numbers;
    }
}
