using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>
/// What each node of this run cost. Times are no result: they go to the store, for the next plan, and to <c>run.json</c> beside the report,
/// which git ignores, and nowhere else.
/// </summary>
public sealed class RunLog
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "run.json";

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly ConcurrentBag<StageTime> stages = [];

    /// <summary>The nodes so far, in the order in which they began; of one that ran twice, the last time.</summary>
    public IReadOnlyList<StageTime> Stages =>
        [.. stages.GroupBy(stage => stage.Id).Select(times => times.MaxBy(stage => stage.StartSeconds)!)
            .OrderBy(stage => stage.StartSeconds).ThenBy(stage => stage.Id, StringComparer.Ordinal)];

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

    /// <summary>The log as a file: of a node that did not run now, what it cost when it ran last.</summary>
    /// <param name="earlier">The log that this one replaces; null for none.</param>
    public byte[] ToBytes(byte[]? earlier)
    {
        var ran = Stages;
        if (ran.Count == 0 && earlier is not null)
        {
            return earlier;
        }

        return Join(earlier, ran);
    }

    /// <summary>A log with the times of later runs in place of its own.</summary>
    /// <param name="earlier">The log; null for none.</param>
    /// <param name="later">The later times, each node once.</param>
    public static byte[] Join(byte[]? earlier, IReadOnlyList<StageTime> later)
    {
        var ids = later.Select(stage => stage.Id).ToHashSet(StringComparer.Ordinal);
        return CanonicalJson.Write([.. Read(earlier).Where(stage => !ids.Contains(stage.Id)), .. later], RunJson.Nodes);
    }

    /// <summary>What each node of a kept log cost in seconds, by its name; none where there is no log, or it cannot be read.</summary>
    /// <param name="path">Path of the sealed file.</param>
    public static IReadOnlyDictionary<string, double> SecondsIn(string path) =>
        TimesIn(path).ToDictionary(time => time.Id, time => time.Seconds, StringComparer.Ordinal);

    /// <summary>What each node of a kept log cost; none where there is no log, or it cannot be read.</summary>
    /// <param name="path">Path of the sealed file.</param>
    public static IReadOnlyList<StageTime> TimesIn(string path) => Read(BytesIn(path));

    /// <summary>The bytes of a kept log; null where there is none, or it is damaged.</summary>
    /// <param name="path">Path of the sealed file.</param>
    public static byte[]? BytesIn(string path) => File.Exists(path) ? SealedFile.Read(path)?.ToArray() : null;

    /// <summary>The nodes of a log, each once; none where there is no log, or it cannot be read.</summary>
    public static IReadOnlyList<StageTime> Read(byte[]? log)
    {
        try
        {
            return log is null ? [] : [.. CanonicalJson.Read(log, RunJson.Nodes).DistinctBy(stage => stage.Id)];
        }
        catch (JsonException)
        {
            return []; // Times are no result.
        }
    }
}
