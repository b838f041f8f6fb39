using System.IO.Compression;
using System.Security.Cryptography;
using FashionPipeline.Data.Decoding;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;

namespace FashionPipeline.Data.Archives;

/// <summary>
/// Reads a ZIP archive of PNG and JPEG files in a folder a class (<see cref="ArchiveListing"/>), and names all that is wrong with it.
/// Images come in the order of their files' SHA-256, which mixes the classes; without the folders <c>train</c> and <c>test</c>, a sixth of
/// each class is to test on (<see cref="DigestSplit"/>).
/// </summary>
public static class ImageArchive
{
    // What a file may have beside its pixels, such as a colour profile. It also bounds what a few bytes can unpack to.
    private const int BytesBesidePixels = 1 << 18;
    private const int BytesOfPixel = 4;
    private const int MostBytes = 1 << 26; // where the size is not known

    /// <summary>Reads both halves.</summary>
    /// <param name="file">The archive.</param>
    /// <param name="shape">The size that images must have.</param>
    /// <param name="labelNames">Names of the classes, which are the names of the folders.</param>
    /// <exception cref="InputException">The archive is not as it should be: all faults, each with the file's name.</exception>
    public static DataSplits Read(FileContent file, ImageShape shape, IReadOnlyList<string> labelNames)
    {
        using var zip = Open(file);
        var faults = new Faults();
        var listed = ArchiveListing.Of(zip, file.Name, faults);
        foreach (var unknown in listed.Select(image => image.Class).Distinct().Except(labelNames, StringComparer.Ordinal))
        {
            faults.Add(new Place(file.Name), $"the folder '{unknown}' is no class; {NearestName.Suggest(unknown, labelNames)}");
        }

        if ((long)listed.Count * shape.Values > Array.MaxLength)
        {
            throw new InputException(
                $"{file.Name} has {listed.Count} images of {shape.Description}: more values than the {Array.MaxLength} that fit.\n"
                + "Make the images smaller, or leave some out.");
        }

        var labels = labelNames.Index().ToDictionary(name => name.Item, name => (byte)name.Index, StringComparer.Ordinal);
        var images = new List<LabelledFile>();
        foreach (var image in listed.Where(image => labels.ContainsKey(image.Class)))
        {
            if (Pixels(image.Entry, shape, out var digest, out var pixels) is { } fault)
            {
                faults.Add(ArchiveListing.PlaceOf(file.Name, image.Entry), fault);
            }

            images.Add(new LabelledFile(image.Half, labels[image.Class], digest, pixels));
        }

        var (train, test) = Split(images);
        AddEmptyClasses(faults, file.Name, "to train on", train, labelNames);
        AddEmptyClasses(faults, file.Name, "to test on", test, labelNames);
        faults.ThrowIfAny($"The archive {file.Name}");
        return new DataSplits(Half(train, shape), Half(test, shape));
    }

    /// <summary>What the archive tells: the size of its first image, whether any has colours, and its folders as classes.</summary>
    /// <param name="file">The archive.</param>
    /// <exception cref="InputException">It is no archive of images.</exception>
    public static DataDescription Describe(FileContent file)
    {
        using var zip = Open(file);
        var faults = new Faults();
        var listed = ArchiveListing.Of(zip, file.Name, faults);
        faults.ThrowIfAny($"The archive {file.Name}");
        if (listed.Count == 0)
        {
            throw new InputException($"{file.Name} holds no images: expected train/CLASS/1.png and test/CLASS/1.png, or CLASS/1.png.");
        }

        ImageShape? shape = null;
        foreach (var image in listed)
        {
            try
            {
                var encoded = EncodedImage.Open(Bytes(image.Entry, MostBytes));
                if (Math.Max(encoded.Height, encoded.Width) > ImageShape.LongestSide)
                {
                    continue;
                }

                shape ??= new ImageShape(encoded.Height, encoded.Width);
                if (shape == new ImageShape(encoded.Height, encoded.Width) && !encoded.Decode().IsGrey)
                {
                    shape = shape.Value with { Channels = ImageShape.Colours };
                    break;
                }
            }
            catch (InvalidDataException)
            {
                // Whoever reads it names it, with all others.
            }
        }

        var names = listed.Select(image => image.Class).Distinct().ToList();
        return shape is { } known
            ? new DataDescription(known, names.All(name => name.All(char.IsAsciiDigit))
                ? [.. names.OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)]
                : [.. names.Order(StringComparer.Ordinal)]) { IsSplitByDigest = listed[0].Half is null }
            : throw new InputException($"{file.Name} holds no image that can be decoded; expected PNG and JPEG files, "
                + $"{ImageShape.LongestSide} pixels wide at most.");
    }

    private static ZipArchive Open(FileContent file)
    {
        try
        {
            var zip = new ZipArchive(new MemoryStream(file.Bytes), ZipArchiveMode.Read);
            _ = zip.Entries.Count; // reads the list
            return zip;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            throw new InputException($"{file.Name} is no ZIP archive: {fault.Message}", fault);
        }
    }

    // What is wrong with an image; null for nothing. Its digest is that of all that can be read.
    private static string? Pixels(ZipArchiveEntry entry, ImageShape shape, out string digest, out byte[] pixels)
    {
        (digest, pixels) = ("", []);
        try
        {
            var bytes = Bytes(entry, BytesBesidePixels + (BytesOfPixel * shape.Height * shape.Width));
            digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
            var encoded = EncodedImage.Open(bytes);
            if ((encoded.Height, encoded.Width) != (shape.Height, shape.Width))
            {
                return $"has {encoded.Height} x {encoded.Width} pixels; expected {shape.Height} x {shape.Width}";
            }

            var image = encoded.Decode();
            if (!shape.IsColour && !image.IsGrey)
            {
                return "is in colour; expected grey, as the data set has one channel";
            }

            pixels = image.WithChannels(shape.Channels).Pixels;
            return null;
        }
        catch (InvalidDataException fault)
        {
            return fault.Message;
        }
    }

    private static byte[] Bytes(ZipArchiveEntry entry, int most)
    {
        if (entry.Length > most)
        {
            throw new InvalidDataException($"has {entry.Length} bytes; expected {most} at most for its size");
        }

        var bytes = new byte[entry.Length];
        try
        {
            using var content = entry.Open();
            content.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException)
        {
            throw new InvalidDataException($"cannot be unpacked: {fault.Message}", fault);
        }
    }

    private static (List<LabelledFile> Train, List<LabelledFile> Test) Split(IReadOnlyList<LabelledFile> images)
    {
        var test = images.GroupBy(image => image.Label).ToDictionary(
            images => images.Key, images => DigestSplit.Test(images.Select(image => image.Digest)));
        var halves = images.OrderBy(image => image.Digest, StringComparer.Ordinal).ToLookup(image =>
            image.Half is { } half ? half == ArchiveListing.Test : test[image.Label].Contains(image.Digest));
        return ([.. halves[false]], [.. halves[true]]);
    }

    private static void AddEmptyClasses(
        Faults faults, string archive, string purpose, IReadOnlyList<LabelledFile> half, IReadOnlyList<string> labelNames)
    {
        foreach (var name in labelNames.Where((_, label) => half.All(image => image.Label != label)))
        {
            faults.Add(new Place(archive), $"the class '{name}' has no image {purpose}");
        }
    }

    private static LabelledImages Half(IReadOnlyList<LabelledFile> files, ImageShape shape)
    {
        var pixels = new byte[files.Count * shape.Values];
        foreach (var (index, file) in files.Index())
        {
            file.Pixels.CopyTo(pixels, index * shape.Values);
        }

        return new LabelledImages
        {
            Height = shape.Height,
            Width = shape.Width,
            Channels = shape.Channels,
            Pixels = pixels,
            Labels = [.. files.Select(file => file.Label)],
        };
    }

    private sealed record LabelledFile(string? Half, byte Label, string Digest, byte[] Pixels);
}
