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

    /// <summary>Takes over what the nodes of a run cost, and what other runs have left apart.</summary>
    /// <exception cref="IOException">The store cannot be written to.</exception>
    public void Keep(RunLog log)
    {
        if (log.Stages.Count > 0)
        {
            using var turn = FileLock.Take(layout.LockOf($"times.{experiment}"), () => { }); // nodes of other processes end, too
            var apart = layout.TimesApart(experiment);
            SealedFile.Write(path, log.ToBytes(RunLog.Join(RunLog.BytesIn(path), [.. apart.SelectMany(RunLog.TimesIn)])));
            foreach (var file in apart)
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>
    /// Leaves what the nodes of a run cost in a file for each, until a run that is the only one takes it over: thousands that end at about
    /// the same time wait for nobody, and none writes what the others took.
    /// </summary>
    /// <exception cref="IOException">The store cannot be written to.</exception>
    public void KeepApart(RunLog log)
    {
        foreach (var node in log.Stages)
        {
            SealedFile.Write(layout.TimeOf(experiment, node.Id), RunLog.Join(null, [node]));
        }
    }

    /// <summary>A log as a file, with what other nodes cost before.</summary>
    public byte[] With(RunLog log) => log.ToBytes(RunLog.BytesIn(path));
}
