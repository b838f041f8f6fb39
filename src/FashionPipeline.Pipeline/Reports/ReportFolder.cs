using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Reports;

/// <summary>The folder of an experiment's report.</summary>
/// <param name="folder">Its path: <c>reports/&lt;experiment&gt;</c>.</param>
public sealed class ReportFolder(string folder)
{
    private static readonly string[] Subfolders = ["figures", "tables"];

    /// <summary>Path of a file in it.</summary>
    public string this[string name] => System.IO.Path.Combine(folder, name);

    /// <summary>Its path.</summary>
    public string Path => folder;

    /// <summary>Lays a report's files out: writes what is missing or differs, removes what an earlier report left.</summary>
    /// <param name="files">The files by their paths below the folder.</param>
    /// <param name="blobs">Where their bytes are.</param>
    public void LayOut(IReadOnlyDictionary<string, Artifact> files, BlobStore blobs)
    {
        foreach (var (name, artifact) in files)
        {
            Write(name, blobs.Read(artifact));
        }

        foreach (var file in Subfolders.Select(name => this[name]).Where(Directory.Exists).SelectMany(Directory.EnumerateFiles))
        {
            if (!files.ContainsKey(System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/')))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Writes a file where it is missing or differs.</summary>
    public void Write(string name, byte[] bytes)
    {
        if (!File.Exists(this[name]) || !File.ReadAllBytes(this[name]).AsSpan().SequenceEqual(bytes))
        {
            AtomicFile.Write(this[name], bytes);
        }
    }
}
