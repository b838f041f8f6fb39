namespace FashionPipeline.Data.Decoding;

/// <summary>One image without its label.</summary>
/// <param name="Shape">Its size.</param>
/// <param name="Pixels">Its pixels, 0 to 255: [height, width, channels].</param>
public sealed record DecodedImage(ImageShape Shape, byte[] Pixels)
{
    /// <summary>True where it shows no colours, even if it has three channels.</summary>
    public bool IsGrey
    {
        get
        {
            for (var i = 0; i < Pixels.Length; i += Shape.Channels)
            {
                if (Pixels.AsSpan(i + 1, Shape.Channels - 1).ContainsAnyExcept(Pixels[i]))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>The same image with another number of channels.</summary>
    /// <param name="channels">1 or 3.</param>
    /// <exception cref="InvalidOperationException">It would lose its colours.</exception>
    public DecodedImage WithChannels(int channels) => channels == Shape.Channels ? this : new(Shape with { Channels = channels },
        channels > 1 ? [.. Pixels.SelectMany(pixel => Enumerable.Repeat(pixel, channels))]
        : IsGrey ? [.. Pixels.Where((_, i) => i % Shape.Channels == 0)]
        : throw new InvalidOperationException("An image in colour is no grey one."));
}
