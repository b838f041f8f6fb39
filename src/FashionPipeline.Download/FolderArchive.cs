using ICSharpCode.SharpZipLib.Checksum;
using ICSharpCode.SharpZipLib.Zip;

namespace FashionPipeline.Download;

/// <summary>
/// A folder as one ZIP archive whose bytes depend on nothing but the names and the bytes of the files in it: names in ordinal order, one
/// time for all, and the files as they are, since packed ones would differ with the library that packs them. Files that lie in no folder of
/// the folder do not count, nor do those whose names begin with a dot.
/// </summary>
public static class FolderArchive
{
    private const string Ending = ".zip";
    private static readonly EnumerationOptions Within = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    private static readonly EnumerationOptions WithinAll =
        new() { AttributesToSkip = FileAttributes.ReparsePoint, RecurseSubdirectories = true, IgnoreInaccessible = false };

    private static readonly DateTime Time = new(1980, 1, 1); // the first that the format knows

    /// <summary>Whether there is anything in the folder that an archive would hold.</summary>
    internal static bool IsIn(string folder) => Names(folder).Any();

    /// <summary>How many bytes the files have that an archive would hold.</summary>
    public static long BytesIn(string folder) => Names(folder).Sum(name => new FileInfo(Path.Combine(folder, name)).Length);

    /// <summary>Writes the archive.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="destination">Where to; is left open.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static void Write(string folder, Stream destination)
    {
        using var zip = new ZipOutputStream(destination) { IsStreamOwner = false };
        foreach (var name in Names(folder).Order(StringComparer.Ordinal))
        {
            var bytes = BytesOf(new FileInfo(Path.Combine(folder, name)));
            var checksum = new Crc32();
            checksum.Update(bytes);
            zip.PutNextEntry(new ZipEntry(name)
            {
                CompressionMethod = CompressionMethod.Stored,
                Size = bytes.Length,
                Crc = checksum.Value,
                DateTime = Time,
                IsUnicodeText = true,
            });
            zip.Write(bytes);
            zip.CloseEntry();
        }
    }

    // A pipe has no length, and is not opened: nobody may ever write to it.
    private static byte[] BytesOf(FileInfo file) => file.Length == 0 ? [] : File.ReadAllBytes(file.FullName);

    /// <summary>Whether a file of this name may be made of a folder.</summary>
    internal static bool IsName(string name) => name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>Names of folders in the folder that hold neither files nor folders.</summary>
    /// <param name="folder">The folder.</param>
    public static IEnumerable<string> EmptyFolders(string folder) => new DirectoryInfo(folder)
        .EnumerateDirectories("*", WithinAll)
        .Where(inner => !inner.EnumerateFileSystemInfos().Any())
        .Select(inner => Path.GetRelativePath(folder, inner.FullName).Replace(Path.DirectorySeparatorChar, '/'))
        .Where(name => !name.StartsWith('.') && !name.Contains("/.", StringComparison.Ordinal));

    /// <summary>
    /// Names of the files that an archive would hold, with forward slashes. No link is followed.
    /// </summary>
    /// <param name="folder">The folder.</param>
    public static IEnumerable<string> Names(string folder) => new DirectoryInfo(folder)
        .EnumerateDirectories("*", Within)
        .Where(inner => !inner.Name.StartsWith('.'))
        .SelectMany(inner => inner.EnumerateFiles("*", WithinAll))
        .Select(file => Path.GetRelativePath(folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/'))
        .Where(name => !name.Contains("/.", StringComparison.Ordinal));
}
