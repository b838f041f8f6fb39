using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>What each node of an experiment cost when it ran last, as the store remembers it.</summary>
/// <param name="layout">Paths of the store.</param>
/// <param name="experiment">Name of the experiment or the variant.</param>
public sealed class NodeTimes(StoreLayout layout, string experiment)
{
    private readonly string path = layout.Times(experiment);

    /// <summary>In seconds, by the node's name. Of a variant that never ran, those of what it is one of.</summary>
    public IReadOnlyDictionary<string, double> Seconds =>
        RunLog.SecondsIn(File.Exists(path) ? path : layout.Times(Variant.OriginOf(experiment) ?? experiment));

    /// <summary>Takes over what the nodes of a run cost.</summary>
    /// <exception cref="IOException">The store cannot be written to.</exception>
    public void Keep(RunLog log)
    {
        if (log.Stages.Count > 0)
        {
            using var turn = FileLock.Take(layout.LockOf($"times.{experiment}"), () => { }); // nodes of other processes end, too
            SealedFile.Write(path, With(log));
        }
    }

    /// <summary>A log as a file, with what other nodes cost before.</summary>
    public byte[] With(RunLog log) => log.ToBytes(RunLog.BytesIn(path));
}
