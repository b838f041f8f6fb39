using QuestPDF.Drawing.Exceptions;
using SkiaSharp;

namespace QuestPDF.Infrastructure;

/// <summary>A decoded picture that several places of a document can share.</summary>
public sealed class Image : IDisposable
{
    private Image(SKImage pixels) => Pixels = pixels;

    internal SKImage Pixels { get; }

    /// <summary>Decodes a PNG, JPEG or WebP picture.</summary>
    /// <exception cref="DocumentComposeException">The bytes are no picture.</exception>
    public static Image FromBinaryData(byte[] imageBytes)
    {
        using var data = SKData.CreateCopy(imageBytes);
        return new Image(SKImage.FromEncodedData(data)
            ?? throw new DocumentComposeException($"Cannot decode the image: {imageBytes.Length} bytes in no known format."));
    }

    /// <summary>Decodes a file.</summary>
    /// <exception cref="DocumentComposeException">The file does not exist or is no picture.</exception>
    public static Image FromFile(string filePath) => File.Exists(filePath)
        ? FromBinaryData(File.ReadAllBytes(filePath))
        : throw new DocumentComposeException($"Cannot load the image: the file '{filePath}' does not exist.");

    /// <summary>Decodes the rest of a stream.</summary>
    /// <exception cref="DocumentComposeException">The bytes are no picture.</exception>
    public static Image FromStream(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return FromBinaryData(copy.ToArray());
    }

    /// <summary>Frees the pixels.</summary>
    public void Dispose() => Pixels.Dispose();
}
