using FashionPipeline.Data.Decoding;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Data.Archives;

/// <summary>What an archive of images tells of itself.</summary>
public static class ArchiveDescription
{
    private const int MostBytes = 1 << 26; // of a file

    /// <summary>The size of the first image, whether any of that size has colours, and the folders as classes.</summary>
    /// <param name="file">The archive.</param>
    /// <exception cref="InputException">It is no archive of images.</exception>
    public static DataDescription Of(FileContent file)
    {
        using var zip = ArchiveListing.Open(file);
        var faults = new Faults();
        var listed = ArchiveListing.Of(zip, file.Name, faults);
        faults.ThrowIfAny($"The archive {file.Name}");
        if (listed.Count == 0)
        {
            throw new InputException($"{file.Name} holds no images: expected train/CLASS/1.png and test/CLASS/1.png, or CLASS/1.png.");
        }

        return Shape(listed) is { } shape
            ? new DataDescription(shape, Names(listed)) { IsSplitByDigest = listed[0].Half is null }
            : throw new InputException($"{file.Name} holds no image that can be decoded; expected PNG and JPEG files of "
                + $"{ImageShape.LongestSide} x {ImageShape.LongestSide} pixels at most.");
    }

    // What cannot be decoded is passed over: whoever reads the images names it, with all others.
    private static ImageShape? Shape(IReadOnlyList<ArchivedImage> images)
    {
        ImageShape? shape = null;
        foreach (var image in images)
        {
            try
            {
                var encoded = EncodedImage.Open(image.Unpack(MostBytes));
                var size = new ImageShape(encoded.Height, encoded.Width);
                if (Math.Max(size.Height, size.Width) > ImageShape.LongestSide)
                {
                    continue;
                }

                shape ??= size;
                if (size == shape && !encoded.Decode().IsGrey)
                {
                    return size with { Channels = ImageShape.Colours };
                }
            }
            catch (InvalidDataException)
            {
                continue;
            }
        }

        return shape;
    }

    // Numbers in the order of numbers.
    private static IReadOnlyList<string> Names(IReadOnlyList<ArchivedImage> images)
    {
        var names = images.Select(image => image.Class).Distinct().Order(StringComparer.Ordinal).ToList();
        return names.All(name => name.All(char.IsAsciiDigit)) ? [.. names.OrderBy(name => name.Length)] : names;
    }
}
