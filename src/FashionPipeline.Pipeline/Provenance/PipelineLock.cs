using FashionPipeline.Data.Files;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Provenance;

/// <summary><c>pipeline.lock.json</c>: the records of one experiment, made to be committed and compared.</summary>
/// <param name="Experiment">Name of the experiment.</param>
/// <param name="Stages">The records in the order of their names.</param>
public sealed record PipelineLock(string Experiment, IReadOnlyList<StageRecord> Stages)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "pipeline.lock.json";

    /// <summary>Writes the lock into the report's folder, where it differs from what is there.</summary>
    public void Write(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var json = StoreJson.Write(this);
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(json))
        {
            AtomicFile.Write(path, json);
        }
    }
}
