using FashionPipeline.Data.Files;

namespace FashionPipeline.Reporting.Files;

/// <summary>The folder of a report: every file appears whole or not at all, and files of an earlier run go.</summary>
internal sealed class ReportFolder(string path)
{
    private readonly HashSet<string> written = new(StringComparer.Ordinal);

    /// <summary>Writes a file under a path relative to the folder, with <c>/</c> between names.</summary>
    public void Write(string relativePath, byte[] bytes)
    {
        AtomicFile.Write(Path.Combine(path, relativePath), bytes);
        written.Add(relativePath);
    }

    /// <summary>Removes the files of a subfolder that were not written now.</summary>
    public void RemoveStale(string subfolder)
    {
        var folder = Path.Combine(path, subfolder);
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.GetFiles(folder).Where(file => !written.Contains($"{subfolder}/{Path.GetFileName(file)}")))
        {
            File.Delete(file);
        }
    }
}
