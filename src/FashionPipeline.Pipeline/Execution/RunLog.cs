using System.Collections.Concurrent;
using System.Diagnostics;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>
/// What each node of this run cost. Times are no result: they go to <c>run.json</c> beside the report, which git ignores, and nowhere else.
/// </summary>
public sealed class RunLog
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "run.json";

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly ConcurrentBag<StageTime> stages = [];

    /// <summary>The nodes so far, in the order in which they began.</summary>
    public IReadOnlyList<StageTime> Stages =>
        [.. stages.OrderBy(stage => stage.StartSeconds).ThenBy(stage => stage.Id, StringComparer.Ordinal)];

    /// <summary>Does the work of a node and keeps what it cost; of work that fails nothing is kept.</summary>
    /// <param name="id">Name of the node: <c>train/mlp/12345</c>.</param>
    /// <param name="work">The work.</param>
    public T Time<T>(string id, Func<T> work)
    {
        var start = clock.Elapsed.TotalSeconds;
        var result = work();
        stages.Add(new StageTime { Id = id, StartSeconds = start, Seconds = clock.Elapsed.TotalSeconds - start });
        return result;
    }

    /// <summary>The log as a file.</summary>
    public byte[] ToBytes() => CanonicalJson.Write(Stages, RunJson.Nodes);
}
