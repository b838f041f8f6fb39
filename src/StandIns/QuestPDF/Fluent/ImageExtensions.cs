using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Pictures.</summary>
public static class ImageExtensions
{
    /// <summary>A picture from the bytes of a PNG, JPEG or WebP file.</summary>
    /// <exception cref="Drawing.Exceptions.DocumentComposeException">The bytes are no picture.</exception>
    public static ImageDescriptor Image(this IContainer parent, byte[] imageData) =>
        parent.Image(Infrastructure.Image.FromBinaryData(imageData));

    /// <summary>A picture from a file.</summary>
    /// <exception cref="Drawing.Exceptions.DocumentComposeException">The file does not exist or is no picture.</exception>
    public static ImageDescriptor Image(this IContainer parent, string filePath) => parent.Image(Infrastructure.Image.FromFile(filePath));

    /// <summary>A picture from a stream.</summary>
    /// <exception cref="Drawing.Exceptions.DocumentComposeException">The stream holds no picture.</exception>
    public static ImageDescriptor Image(this IContainer parent, Stream fileStream) => parent.Image(Infrastructure.Image.FromStream(fileStream));

    /// <summary>A shared picture. Fits the width; after Width and Height both, the area; after Height alone, the height.</summary>
    public static ImageDescriptor Image(this IContainer parent, Image image)
    {
        var fit = parent is Constrained { MaxHeight: not null } limits
            ? limits.MaxWidth is null ? ImageFit.Height : ImageFit.Area
            : ImageFit.Width;
        return new ImageDescriptor(parent.Attach(new ImageElement(image) { Fit = fit }));
    }
}
