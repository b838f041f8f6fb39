using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Pipeline.Locks;

/// <summary>What is committed of the origin of one report.</summary>
/// <param name="Lock">Its lock.</param>
/// <param name="Code">The code behind it; null where the report is older than that file.</param>
public sealed record LockedReport(LockFile Lock, CodeLock? Code)
{
    /// <summary>Reads the files of a report.</summary>
    /// <param name="read">The bytes of a file by its name in the report's folder; null where it is not there.</param>
    /// <param name="place">Where the report is, for messages.</param>
    /// <exception cref="InputException">There is no lock, or it cannot be read.</exception>
    public static LockedReport Read(Func<string, byte[]?> read, string place) => new(
        read(LockFile.FileName) is { } file
            ? LockFile.Read(file, $"{place}/{LockFile.FileName}")
            : throw new InputException($"There is no {LockFile.FileName} in {place}.\nMake the report.") { Remedy = Remedy.MakeReport },
        read(CodeLock.FileName) is { } code ? CodeLock.Read(code, $"{place}/{CodeLock.FileName}") : null);

    /// <summary>The report of a revision.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="folder">The report's folder, below the repository's.</param>
    /// <exception cref="InputException">The revision has no lock that can be read.</exception>
    public static LockedReport InRevision(GitRevision revision, string folder)
    {
        try
        {
            return Read(name => revision.Read($"{folder}/{name}"), $"{folder} of revision '{revision.Name}'");
        }
        catch (InputException fault) // to make it again would not change what is committed there
        {
            throw new InputException($"{fault.Message.Split('\n')[0]}\nName a revision with a report that this program reads.", fault);
        }
    }

    /// <summary>The report of a folder.</summary>
    /// <exception cref="InputException">There is no lock, or it cannot be read.</exception>
    public static LockedReport InFolder(string folder) => Read(
        name => Path.Combine(folder, name) is var path && File.Exists(path) ? File.ReadAllBytes(path) : null, folder);
}
