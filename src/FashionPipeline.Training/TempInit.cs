using FashionPipeline.Numerics.Random;
namespace FashionPipeline.Training;
internal static class GlorotUniform { public static void Fill(Span<float> kernel, RandomStream stream, int fanIn, int fanOut) { var limit = (float)Math.Sqrt(6d / ((double)fanIn + fanOut)); for (var i = 0; i < kernel.Length; i++) kernel[i] = ((2f * stream.Single(i)) - 1f) * limit; } }
internal static class HeNormal { public static void Fill(Span<float> kernel, RandomStream stream, int fanIn) => throw new NotSupportedException(); }
