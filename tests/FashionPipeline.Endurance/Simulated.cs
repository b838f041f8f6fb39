using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FashionPipeline.Endurance.Simulation;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Submissions;

namespace FashionPipeline.Endurance;

/// <summary>
/// An experiment of thousands of steps on a simulated cluster of 500 machines that fail, are taken for dead, forget and lack memory: each
/// step is done once or failed for a reason, and the results are those of one process.
/// </summary>
public static class Simulated
{
    private const int Machines = 500;
    private const int StepsBesideRuns = 3; // preprocess, select, report
    private const double LongestSeconds = 600;

    internal static void Run(Trial trial)
    {
        foreach (var fault in Faults(trial.PathOf("cluster"), trial.PathOf("alone"), trial.Times, trial.Random.Next(), Console.WriteLine))
        {
            trial.Fault(fault);
        }

        trial.Verify("cluster");
    }

    /// <summary>Simulates an experiment, and says what went wrong that should not.</summary>
    /// <param name="store">Folder of the cluster's store.</param>
    /// <param name="other">Folder of the store of one process.</param>
    /// <param name="steps">Number of steps, at least 5.</param>
    /// <param name="seed">Seed of all that happens at random.</param>
    /// <param name="say">Takes what was counted, a line at a time.</param>
    public static IEnumerable<string> Faults(string store, string other, int steps, int seed, Action<string> say)
    {
        var clock = Stopwatch.StartNew();
        var trainings = (steps - StepsBesideRuns) / 2;
        var study = new SimulatedStudy(store, trainings);
        var faulty = study.Graph.Nodes.Select(node => node.Id).Where(id => id.StartsWith("train/", StringComparison.Ordinal))
            .Where((_, place) => place % 1000 == 7).ToHashSet(StringComparer.Ordinal);
        var history = new Dictionary<string, List<Mishap>>(StringComparer.Ordinal);
        var cluster = new SimulatedCluster(Machines, Chance, Duration, study.RunOne, MemoryOf);
        var states = study.Submit(cluster);
        say(FormattableString.Invariant($"{study.Graph.Nodes.Count} steps on {Machines} machines: {cluster.Attempts} attempts, ")
            + FormattableString.Invariant($"{cluster.Calls} calls of the scheduler, {cluster.Now / 3600:0.0} simulated hours, ")
            + FormattableString.Invariant($"{clock.Elapsed.TotalSeconds:0} s"));
        say(string.Join(", ", cluster.Mishaps.Select(each => FormattableString.Invariant($"{each.Key} {each.Value}"))));

        var needing = study.Graph.NeedingAnyOf(faulty);
        foreach (var state in states)
        {
            var expected = faulty.Contains(state.Node) ? NodeProgress.Failed
                : needing.Contains(state.Node) ? NodeProgress.Blocked : NodeProgress.Done;
            if (state.Progress != expected || (expected == NodeProgress.Failed && state.Detail.Length == 0))
            {
                yield return $"{state.Node} is {state.Progress} ({state.Detail}), expected {expected}";
            }
        }

        if (states.Count != study.Graph.Nodes.Count)
        {
            yield return FormattableString.Invariant($"{states.Count} of {study.Graph.Nodes.Count} steps have a state");
        }

        // Who mends what was faulty submits again.
        faulty.Clear();
        var again = new SimulatedCluster(Machines, (_, _) => Mishap.None, Duration, study.RunOne, MemoryOf);
        foreach (var state in study.Submit(again).Where(state => state.Progress != NodeProgress.Done))
        {
            yield return $"{state.Node} is {state.Progress} after what was faulty was mended";
        }

        foreach (var (node, times) in study.Begun)
        {
            var cut = history.GetValueOrDefault(node, []).Count(mishap =>
                mishap is Mishap.LostDuring or Mishap.LostBeforeRecord or Mishap.OutOfMemory or Mishap.Faulty);
            if (times > cut + 1)
            {
                yield return FormattableString.Invariant($"{node} began {times} times, and was cut short {cut} times");
            }
        }

        var alone = new SimulatedStudy(other, trainings);
        alone.RunAlone();
        var (here, there) = (study.Made(), alone.Made());
        foreach (var node in alone.Graph.Nodes.Where(node => here.GetValueOrDefault(node.Id) != there.GetValueOrDefault(node.Id)))
        {
            yield return $"{node.Id} has made another result than in one process";
        }

        say(FormattableString.Invariant($"{here.Count} results equal to those of one process, {clock.Elapsed.TotalSeconds:0} s"));

        // Of the step and the attempt alone, so that the order in which things happen changes nothing.
        Random Dice(string node, int attempt) =>
            new(HashOf(string.Create(CultureInfo.InvariantCulture, $"{seed} {node} {attempt}")));

        double Duration(string node, int attempt) => 1 + (Dice(node, attempt).NextDouble() * LongestSeconds);

        Mishap Chance(string node, int attempt)
        {
            var mishap = faulty.Contains(node) ? Mishap.Faulty : MemoryOf(node) > new NodeResources().MemoryMegabytes
                ? Mishap.OutOfMemory : Draw(Dice(node, attempt + 1000).NextDouble());
            (history.TryGetValue(node, out var those) ? those : history[node] = []).Add(mishap);
            return mishap;
        }

        int MemoryOf(string node) => Dice(node, -1).Next(100) == 0 ? 3 * new NodeResources().MemoryMegabytes : 1;
    }

    private static Mishap Draw(double chance) => chance switch
    {
        < 0.02 => Mishap.LostBefore,
        < 0.04 => Mishap.LostDuring,
        < 0.05 => Mishap.LostBeforeRecord,
        < 0.06 => Mishap.TakenForDead,
        < 0.08 => Mishap.Forgotten,
        _ => Mishap.None,
    };

    // .NET's own hash of a text differs from process to process.
    private static int HashOf(string text) => BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
