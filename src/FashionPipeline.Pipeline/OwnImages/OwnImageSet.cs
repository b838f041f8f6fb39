using System.IO.Enumeration;
using FashionPipeline.Data;
using FashionPipeline.Data.Idx;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Pipeline.OwnImages;

/// <summary>
/// Images of the user's own, read. Of each only what the model is given is kept, however large its file is.
/// </summary>
/// <param name="Images">The images: those that were named, then those that were found, by their names.</param>
/// <param name="OtherFiles">How many files of the folder are no images by their names, and were left out.</param>
internal sealed record OwnImageSet(IReadOnlyList<OwnImage> Images, int OtherFiles)
{
    private const int MostNamed = 10;

    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, IgnoreInaccessible = false };

    /// <summary>Reads images.</summary>
    /// <param name="files">Full paths of PNG or JPEG files.</param>
    /// <param name="collection">Full path of a folder with such files, also in folders below, or of an IDX file; null for none.</param>
    /// <param name="shape">The size that they are brought to.</param>
    /// <exception cref="InputException">There is no image, or a file is none: all faults, each with its file.</exception>
    public static OwnImageSet Read(IReadOnlyList<string> files, string? collection, ImageShape shape)
    {
        var named = files.Select(file => (Path: file, Name: new OwnImageName(file)));
        return collection switch
        {
            null => new(Read([.. named], shape), 0),
            _ when Directory.Exists(collection) => OfFolder([.. named], collection, shape),
            _ when !File.Exists(collection) => throw new InputException($"There is no file or folder '{collection}'."),
            _ when IsImage(collection) => new(Read([.. named, (collection, new(collection))], shape), 0),
            _ => new([.. Read([.. named], shape), .. OfIdx(collection, shape)], 0),
        };
    }

    private static OwnImageSet OfFolder(IReadOnlyList<(string, OwnImageName)> named, string folder, ImageShape shape)
    {
        var names = FilesIn(folder)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal).ToList();
        var images = names.Where(IsImage).ToList();
        return images.Count > 0
            ? new(
                Read([.. named, .. images.Select(name => (Path.Combine(folder, name), new OwnImageName(name, null, true)))], shape),
                names.Count - images.Count)
            : throw new InputException($"'{folder}' holds no image, nor do the folders in it. Expected files that end in .png, .jpg or "
                + ".jpeg\nfound: " + (names.Count == 0 ? "no files"
                    : string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? ", ..." : "")));
    }

    // A link to a folder may lead back to where it lies; hidden files are none of the user's images.
    private static FileSystemEnumerable<string> FilesIn(string folder) =>
        new(folder, (ref FileSystemEntry entry) => entry.ToFullPath(), Below)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };

    private static IEnumerable<OwnImage> OfIdx(string file, ImageShape shape)
    {
        if (new FileInfo(file).Length > Array.MaxLength)
        {
            throw new InputException($"'{file}' is larger than {Array.MaxLength} bytes, the most that is read.");
        }

        var content = new FileContent(file, File.ReadAllBytes(file))
        {
            Advice = "Name a folder with PNG or JPEG files, or a file such as t10k-images-idx3-ubyte.gz.",
        };
        return IdxReader.ReadImages(content).Select((image, index) =>
            OwnImage.Of(new OwnImageName(Path.GetFileName(file), index, true), image, shape));
    }

    private static IReadOnlyList<OwnImage> Read(IReadOnlyList<(string Path, OwnImageName Name)> files, ImageShape shape)
    {
        var faults = new Faults();
        var images = files.Select(file => Read(file.Path, file.Name, shape, faults)).OfType<OwnImage>().ToList();
        faults.ThrowIfAny("What was given to classify");
        return images;
    }

    private static OwnImage? Read(string path, OwnImageName name, ImageShape shape, Faults faults)
    {
        try
        {
            return OwnImage.Read(path, name, shape);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            faults.Add(new Place(path), fault is InvalidDataException ? fault.Message : $"cannot be read: {fault.Message}");
            return null;
        }
    }

    private static bool IsImage(string name) => Path.GetExtension(name).ToUpperInvariant() is ".PNG" or ".JPG" or ".JPEG";
}
