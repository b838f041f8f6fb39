using FashionPipeline.Data;
using FashionPipeline.Data.Decoding;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Pipeline.OwnImages;

/// <summary>An image of the user's own, brought to the size of a data set's images.</summary>
/// <param name="File">Its file.</param>
/// <param name="Found">The size that it had.</param>
/// <param name="Fitted">What it became.</param>
internal sealed record OwnImage(string File, ImageShape Found, DecodedImage Fitted)
{
    private const long MostBytes = 1 << 28;
    private const long MostPixels = 100_000_000;

    /// <summary>Reads images.</summary>
    /// <param name="files">Their full paths.</param>
    /// <param name="shape">The size that they are brought to.</param>
    /// <exception cref="InputException">A file is no image: all faults, each with its file.</exception>
    public static IReadOnlyList<OwnImage> Read(IReadOnlyList<string> files, ImageShape shape)
    {
        var faults = new Faults();
        var images = files.Select(file => Read(file, shape, faults)).OfType<OwnImage>().ToList();
        faults.ThrowIfAny(files.Count == 1 ? "The image" : "The images");
        return images;
    }

    private static OwnImage? Read(string file, ImageShape shape, Faults faults)
    {
        try
        {
            if (Directory.Exists(file))
            {
                throw new InvalidDataException("is a folder; name the images in it");
            }

            if (new FileInfo(file) is { Exists: true, Length: > MostBytes })
            {
                throw new InvalidDataException($"is larger than {MostBytes} bytes, the most that is read");
            }

            var encoded = EncodedImage.Open(System.IO.File.ReadAllBytes(file));
            if ((long)encoded.Height * encoded.Width > MostPixels)
            {
                throw new InvalidDataException($"has {encoded.Height} x {encoded.Width} pixels; expected {MostPixels} at most");
            }

            var image = encoded.Decode();
            return new OwnImage(file, image.Shape, ImageFit.Of(image, shape));
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            faults.Add(new Place(file), fault is InvalidDataException ? fault.Message : $"cannot be read: {fault.Message}");
            return null;
        }
    }
}
