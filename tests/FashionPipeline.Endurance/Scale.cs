using System.Diagnostics;
using System.Globalization;
using System.Text;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Pipeline.Provenance.Code;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Endurance;

/// <summary>
/// An experiment of thousands of nodes that are all current, by records and artifacts that are made up: how long a plan and a run take
/// that have nothing to do, and how much memory; then with twice the nodes.
/// </summary>
internal static class Scale
{
    private const int NodesPerSeed = 4; // two models, each trained and evaluated

    public static void Run(Trial trial)
    {
        var start = Median([.. Enumerable.Range(0, 5).Select(_ => Timed(trial, "small", "quickstart", "--help").Seconds)]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start alone: {start:0.00} s"));
        foreach (var nodes in new[] { trial.Times, 2 * trial.Times })
        {
            var store = $"store{nodes}";
            var file = Write(trial, nodes);
            Fill(trial, store, file);
            foreach (var target in new[] { "Plan", "Report", "Report" })
            {
                var (seconds, megabytes, output) = Timed(trial, store, file, "--target", target);
                if (output.Contains("  run (", StringComparison.Ordinal))
                {
                    trial.Fault($"{target} of {nodes} nodes found something to do");
                }

                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{nodes} nodes, {target}: {seconds:0.00} s, {megabytes:0} MB"));
            }
        }
    }

    private static string Write(Trial trial, int nodes)
    {
        var file = trial.PathOf($"scale{nodes}.yaml");
        var seeds = string.Join(", ", Enumerable.Range(1, nodes / NodesPerSeed));
        File.WriteAllText(file, $"extends: quickstart\ntitle: Scale\ndescription: Many seeds.\nseeds: [{seeds}]\n");
        return file;
    }

    // What each node would have made, as far as the store can tell.
    private static void Fill(Trial trial, string folder, string file)
    {
        var experiment = ExperimentLoader.Load(file, [], Path.Combine(Trial.Root, "experiments"));
        var graph = ExperimentGraph.Of(experiment);
        var layout = new StoreLayout(trial.PathOf(folder));
        StoreAccess.Share(layout, _ => { }).Dispose();
        var store = new NodeStore(layout, experiment.Name, experiment.DataSet.Name);
        var program = new CompiledProgram(Path.Combine(Trial.Root, "build/bin/Release/net10.0/Build.deps.json"));
        var planner = new Planner(graph, store, new CodeFingerprints(program, layout, store.Blobs, []).Of);
        var made = new Dictionary<string, NodeResult>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes)
        {
            var key = ((DueNode)planner.Plan(node, made)).Key!;
            var names = node.Work.Outputs.Select(name => name.Replace("*", "x", StringComparison.Ordinal));
            var outputs = names.ToDictionary(name => name, name =>
                store.Blobs.Publish(Encoding.UTF8.GetBytes($"{node.Id} {name}")));
            var record = new StageRecord { Id = node.Id, Key = key, Outputs = new(outputs, StringComparer.Ordinal) };
            store.Records.Keep(record);
            store.Records.KeepLatest(node.Id, key.Hash());
            made.Add(node.Id, new NodeResult(key, outputs));
        }
    }

    private static (double Seconds, double Megabytes, string Output) Timed(
        Trial trial, string store, string experiment, params string[] args)
    {
        var clock = Stopwatch.StartNew();
        string[] options = args is ["--help"] ? args : [.. args, "--experiment", experiment];
        using var process = trial.Start(store, store + "-reports", options);
        var peak = 0d;
        var output = process.StandardOutput.ReadToEndAsync();
        while (!process.WaitForExit(5))
        {
            peak = Math.Max(peak, PeakMegabytes(process.Id));
        }

        return (clock.Elapsed.TotalSeconds, peak, output.Result);
    }

    // 0 where it has just ended.
    private static double PeakMegabytes(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
            var kilobytes = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2];
            return kilobytes is null ? 0 : double.Parse(kilobytes, CultureInfo.InvariantCulture) / 1e3;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
