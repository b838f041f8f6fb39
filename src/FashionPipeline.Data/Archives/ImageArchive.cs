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

    /// <summary>Reads both halves.</summary>
    /// <param name="file">The archive.</param>
    /// <param name="shape">The size that images must have.</param>
    /// <param name="labelNames">Names of the classes, which are the names of the folders.</param>
    /// <exception cref="InputException">The archive is not as it should be: all faults, each with the file's name.</exception>
    public static DataSplits Read(FileContent file, ImageShape shape, IReadOnlyList<string> labelNames)
    {
        using var zip = ArchiveListing.Open(file);
        var faults = new Faults();
        var listed = ArchiveListing.Of(zip, file.Name, faults);
        foreach (var unknown in listed.Select(image => image.Class).Distinct().Except(labelNames, StringComparer.Ordinal))
        {
            var name = ArchiveListing.Shown(unknown);
            faults.Add(new Place(file.Name), $"the folder '{name}' is no class; {NearestName.Suggest(name, labelNames)}");
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
            var (digest, pixels) = Read(image, shape, file.Name, faults);
            images.Add(new LabelledFile(image.Half, labels[image.Class], digest, pixels));
        }

        var (train, test) = Split(images);
        AddEmptyClasses(faults, file.Name, "to train on", train, labelNames);
        AddEmptyClasses(faults, file.Name, "to test on", test, labelNames);
        faults.ThrowIfAny($"The archive {file.Name}");
        return new DataSplits(Half(train, shape), Half(test, shape));
    }

    // Of an image that is at fault there may be nothing.
    private static (string Digest, byte[] Pixels) Read(ArchivedImage image, ImageShape shape, string archive, Faults faults)
    {
        var digest = "";
        try
        {
            var file = image.Unpack(BytesBesidePixels + (BytesOfPixel * shape.Height * shape.Width));
            digest = Convert.ToHexStringLower(SHA256.HashData(file));
            return (digest, EncodedImage.Open(file).Decode(shape).Pixels);
        }
        catch (InvalidDataException fault)
        {
            faults.Add(ArchiveListing.PlaceOf(archive, image.Entry), fault.Message);
            return (digest, []);
        }
    }

    private static (List<LabelledFile> Train, List<LabelledFile> Test) Split(IReadOnlyList<LabelledFile> images)
    {
        var test = images.GroupBy(image => image.Label)
            .SelectMany(images => DigestSplit.Test(images.Select(image => image.Digest))).ToHashSet(StringComparer.Ordinal);
        var halves = images.OrderBy(image => image.Digest, StringComparer.Ordinal).ToLookup(image =>
            image.Half is { } half ? half == ArchiveListing.Test : test.Contains(image.Digest));
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
