using FashionPipeline.Data;
using FashionPipeline.Data.Decoding;

namespace FashionPipeline.Pipeline.OwnImages;

/// <summary>An image of the user's own, brought to the size of a data set's images.</summary>
/// <param name="Name">Which one it is.</param>
/// <param name="Found">The size that it had.</param>
/// <param name="Fitted">What it became.</param>
internal sealed record OwnImage(OwnImageName Name, ImageShape Found, DecodedImage Fitted)
{
    private const long MostBytes = 1 << 28;
    private const long MostPixels = 100_000_000;

    /// <summary>Reads the image of a PNG or JPEG file.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="shape">The size that it is brought to.</param>
    /// <exception cref="InvalidDataException">It is no image; the message goes on where a sentence began with its name.</exception>
    public static OwnImage Read(string path, OwnImageName name, ImageShape shape)
    {
        if (Directory.Exists(path))
        {
            throw new InvalidDataException("is a folder; name the images in it, or the folder as one of images");
        }

        if (new FileInfo(path) is { Exists: true, Length: > MostBytes })
        {
            throw new InvalidDataException($"is larger than {MostBytes} bytes, the most that is read");
        }

        var encoded = EncodedImage.Open(File.ReadAllBytes(path));
        if ((long)encoded.Height * encoded.Width > MostPixels)
        {
            throw new InvalidDataException($"has {encoded.Height} x {encoded.Width} pixels; expected {MostPixels} at most");
        }

        return Of(name, encoded.Decode(), shape);
    }

    /// <summary>An image that is read already.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="image">The image.</param>
    /// <param name="shape">The size that it is brought to.</param>
    public static OwnImage Of(OwnImageName name, DecodedImage image, ImageShape shape) => new(name, image.Shape, ImageFit.Of(image, shape));
}
