using System.IO.Compression;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Data.Archives;

/// <summary>
/// Which files of an archive are images of which class: those of <c>train/CLASS/</c> and <c>test/CLASS/</c>, or, where the archive has
/// neither folder, those of <c>CLASS/</c>. Files outside of folders, and those that systems leave behind, are passed over.
/// </summary>
internal static class ArchiveListing
{
    /// <summary>Folder of the images to train on.</summary>
    public const string Train = "train";

    /// <summary>Folder of the images to test on.</summary>
    public const string Test = "test";

    private const int LongestName = 200;
    private static readonly string[] LeftBehind = ["__MACOSX", "Thumbs.db", "desktop.ini"];

    /// <summary>Opens an archive, whose list is read at once.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static ZipArchive Open(FileContent file)
    {
        try
        {
            var zip = new ZipArchive(new MemoryStream(file.Bytes), ZipArchiveMode.Read);
            _ = zip.Entries.Count;
            return zip;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            throw new InputException($"{file.Name} is no ZIP archive: {fault.Message}", fault);
        }
    }

    /// <summary>All images in the order of their names.</summary>
    /// <param name="zip">The archive.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="faults">Takes what lies where no image should.</param>
    public static IReadOnlyList<ArchivedImage> Of(ZipArchive zip, string name, Faults faults)
    {
        var files = zip.Entries.Where(entry => !entry.FullName.EndsWith('/'))
            .Select(entry => (Entry: entry, Parts: entry.FullName.Split('/')))
            .Where(file => file.Parts.Length > 1 && !file.Parts.Any(IsLeftBehind))
            .OrderBy(file => file.Entry.FullName, StringComparer.Ordinal)
            .ToList();
        var isParted = files.Any(file => file.Parts[0] is Train or Test);
        var images = new List<ArchivedImage>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (entry, parts) in files)
        {
            if (Fault(entry, parts, isParted, seen) is { } fault)
            {
                faults.Add(PlaceOf(name, entry), fault);
            }
            else
            {
                images.Add(new ArchivedImage(isParted ? parts[0] : null, parts[^2], entry));
            }
        }

        return images;
    }

    /// <summary>Where a file of an archive stands, for a message.</summary>
    public static Place PlaceOf(string archive, ZipArchiveEntry entry) => new($"{archive}/{Shown(entry.FullName)}");

    /// <summary>A name of an archive as a message shows it.</summary>
    public static string Shown(string name)
    {
        var visible = string.Concat(name.Select(character => char.IsControl(character) ? '?' : character));
        return visible.Length <= LongestName ? visible : string.Concat(visible.AsSpan(0, LongestName), "...");
    }

    private static string? Fault(ZipArchiveEntry entry, string[] parts, bool isParted, HashSet<string> seen)
    {
        if (parts.Any(part => part is "" or "." or "..") || entry.FullName.Contains('\\', StringComparison.Ordinal))
        {
            return "its name leads out of its folder; expected names such as train/CLASS/1.png";
        }

        if (parts[^2] != parts[^2].Trim() || parts[^2].Any(char.IsControl))
        {
            return "the name of its folder, which is its class, begins or ends with a blank, or holds a character that cannot be seen; "
                + "rename the folder";
        }

        if (isParted && (parts[0] is not (Train or Test) || parts.Length != 3))
        {
            return $"expected {Train}/CLASS/FILE and {Test}/CLASS/FILE, as there is a folder {Train} or {Test}";
        }

        if (!isParted && parts.Length != 2)
        {
            return $"expected CLASS/FILE, or {Train}/CLASS/FILE and {Test}/CLASS/FILE";
        }

        return seen.Add(entry.FullName) ? null : "is there a second time";
    }

    private static bool IsLeftBehind(string part) =>
        (part.StartsWith('.') && part is not ("." or "..")) || LeftBehind.Contains(part, StringComparer.OrdinalIgnoreCase);
}
