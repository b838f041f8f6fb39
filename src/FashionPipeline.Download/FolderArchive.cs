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
            var bytes = File.ReadAllBytes(Path.Combine(folder, name));
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

    /// <summary>Whether a file of this name may be made of a folder.</summary>
    internal static bool IsName(string name) => name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Names(string folder) => new DirectoryInfo(folder)
        .EnumerateDirectories()
        .Where(inner => !inner.Name.StartsWith('.'))
        .SelectMany(inner => inner.EnumerateFiles("*", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/'))
        .Where(name => !name.Contains("/.", StringComparison.Ordinal));
}
