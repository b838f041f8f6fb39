using FashionPipeline.Data;
using FashionPipeline.Download;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Pipeline.DataSets;

/// <summary>Finds the files of a data set on this machine.</summary>
internal static class LocalFiles
{
    private const int MostNamed = 10;

    /// <summary>
    /// What a path leads to: an archive or a file of NumPy arrays, or a folder with files of one format, or with a folder a class.
    /// </summary>
    /// <param name="path">Full path.</param>
    /// <param name="name">Name of the data set, which an archive gets that is packed of folders.</param>
    /// <exception cref="InputException">Nothing is there, or nothing that is known, or files of several formats.</exception>
    public static FoundFiles Find(string path, string name) => File.Exists(path) ? OfFile(path)
        : Directory.Exists(path) ? OfFolder(path, name)
        : throw new InputException($"There is no file or folder '{path}'.");

    private static FoundFiles OfFile(string path) =>
        FileNames.RoleOf(Path.GetFileName(path)) is { } role and (DataFileRole.Archive or DataFileRole.Npz)
            ? Read(Path.GetDirectoryName(path)!, new Dictionary<DataFileRole, string> { [role] = Path.GetFileName(path) })
            : throw new InputException($"'{path}' is no data set: expected a file that ends in {FileNames.Npz} or {FileNames.Archive}, or "
                + "the folder that holds the files.");

    private static FoundFiles OfFolder(string folder, string name)
    {
        var names = Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).ToList();
        var byRole = names.ToLookup(FileNames.RoleOf);
        var formats = DataFormat.All.Where(format => format.Roles.All(role => byRole[role].Any())).ToList();
        var isByClass = HasImagesInFolders(folder);
        if (formats.Count + (isByClass ? 1 : 0) > 1 || formats.Any(format => format.Roles.Any(role => byRole[role].Skip(1).Any())))
        {
            var found = formats.SelectMany(format => format.Roles.SelectMany(role => byRole[role]))
                .Concat(isByClass ? ["folders of images"] : []);
            throw new InputException($"'{folder}' holds more than one data set: {string.Join(", ", found)}.\n"
                + "Give the file itself, or move what does not belong to it into another folder.");
        }

        return formats is [var only] ? Read(folder, only.Roles.ToDictionary(role => role, role => byRole[role].Single()))
            : isByClass ? Pack(folder, name)
            : throw new InputException($"'{folder}' holds no data set. Expected one of:\n"
                + "  train/CLASS/1.png and test/CLASS/1.png, or CLASS/1.png\n"
                + "  four IDX files such as train-images-idx3-ubyte.gz\n"
                + "  two CSV files such as train.csv and test.csv\n"
                + $"  one file that ends in {FileNames.Npz} or {FileNames.Archive}\nfound: "
                + (names.Count == 0 ? "no files" : string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? ", ..." : "")));
    }

    private static bool HasImagesInFolders(string folder) => FolderArchive.Names(folder)
        .Any(file => Path.GetExtension(file).ToUpperInvariant() is ".PNG" or ".JPG" or ".JPEG");

    private static FoundFiles Pack(string folder, string name)
    {
        if (FolderArchive.BytesIn(folder) > Array.MaxLength)
        {
            throw new InputException($"'{folder}' holds more in its folders than the {Array.MaxLength} bytes that an archive may have.\n"
                + "Name the folder that holds the images and nothing else, or make them smaller.");
        }

        if (FolderArchive.EmptyFolders(folder).ToList() is { Count: > 0 } empty)
        {
            throw new InputException($"'{folder}' holds folders without files: {string.Join(", ", empty.Take(MostNamed))}.\n"
                + "Each folder is a class: put its images into it, or remove it.");
        }

        using var archive = new MemoryStream();
        FolderArchive.Write(folder, archive);
        return new FoundFiles(folder, "a folder of images for each class", new Dictionary<DataFileRole, FileContent>
        {
            [DataFileRole.Archive] = new(name + FileNames.Archive, archive.ToArray()),
        });
    }

    private static FoundFiles Read(string folder, IReadOnlyDictionary<DataFileRole, string> names) => new(
        folder, string.Join(", ", names.Values), names.ToDictionary(
            file => file.Key, file => new FileContent(file.Value, Bytes(Path.Combine(folder, file.Value)))));

    private static byte[] Bytes(string path) => new FileInfo(path).Length is var length && length <= Array.MaxLength
        ? File.ReadAllBytes(path)
        : throw new InputException($"'{path}' has {length} bytes, more than the {Array.MaxLength} that a file of a data set may have.\n"
            + "Leave images out, or make them smaller.");
}
