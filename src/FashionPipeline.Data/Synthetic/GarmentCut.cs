using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Data.Synthetic;

/// <summary>What is random about one garment besides its kind.</summary>
internal readonly struct GarmentCut(RandomStream random)
{
    /// <summary>Numbers of the stream that a cut uses.</summary>
    public const int Draws = 16;

    /// <summary>Shift to the right in pixels.</summary>
    public float ShiftX { get; } = Between(random, 0, -2f, 2f);

    /// <summary>Shift down in pixels.</summary>
    public float ShiftY { get; } = Between(random, 1, -2f, 2f);

    /// <summary>Size; 1 fills the image.</summary>
    public float Scale { get; } = Between(random, 2, 0.75f, 1f);

    /// <summary>Shift to the side from top to bottom.</summary>
    public float Slant { get; } = Between(random, 3, -0.25f, 0.25f);

    /// <summary>Brightness of the cloth.</summary>
    public float Tone { get; } = Between(random, 4, 0.3f, 0.9f);

    /// <summary>Strength of the noise.</summary>
    public float Noise { get; } = Between(random, 5, 0.1f, 0.5f);

    /// <summary>Half of the garment's width.</summary>
    public float Width { get; } = Between(random, 6, 0.38f, 0.62f);

    /// <summary>Length of sleeves, legs or shafts, 0 to 1; kinds use a part of the range, and the parts overlap.</summary>
    public float Length { get; } = Between(random, 7, 0f, 1f);

    /// <summary>Shape of the kind's own detail, 0 to 1.</summary>
    public float Detail { get; } = Between(random, 8, 0f, 1f);

    private float Stripes { get; } = Between(random, 9, -8f, 12f);

    private float StripeTone { get; } = Between(random, 10, -0.3f, 0.3f);

    private bool Vertical { get; } = (random.UInt32(11) & 1) == 0;

    /// <summary>Brightness that the pattern adds: stripes along or across, or none.</summary>
    public float Texture(float x, float y)
    {
        if (Stripes < 2f)
        {
            return 0f;
        }

        var phase = (Vertical ? x + 1f : y * 2f) * Stripes * 0.5f;
        return phase - (int)phase < 0.5f ? StripeTone : 0f;
    }

    private static float Between(RandomStream random, long index, float low, float high) => low + (random.Single(index) * (high - low));
}
