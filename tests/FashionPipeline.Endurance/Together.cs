using System.Globalization;
using System.Diagnostics;

namespace FashionPipeline.Endurance;

/// <summary>Pipelines that start at once on one empty store: each node runs once in all, and all reports are equal.</summary>
internal static class Together
{
    public static void Run(Trial trial)
    {
        trial.Report("warm", "warm-reports"); // the files are in memory afterwards, as they are for those that follow
        var one = Stopwatch.StartNew();
        trial.Report("alone", "alone-reports");
        one.Stop();
        var expected = trial.Digests("alone-reports");

        var all = Stopwatch.StartNew();
        var outputs = new string[trial.Times];
        Parallel.For(0, trial.Times, new ParallelOptions { MaxDegreeOfParallelism = trial.Times }, i =>
            outputs[i] = trial.Report("store", $"reports{i}"));
        all.Stop();

        foreach (var node in outputs.SelectMany(output => output.Split('\n'))
            .Where(line => line.Contains("  run (", StringComparison.Ordinal))
            .CountBy(line => line.Split("  ")[0]).Where(node => node.Value > 1))
        {
            trial.Fault($"{node.Key} ran {node.Value} times");
        }

        for (var i = 0; i < trial.Times; i++)
        {
            if (trial.Digests($"reports{i}") != expected)
            {
                trial.Fault($"pipeline {i} made another report");
            }
        }

        trial.Verify("store");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"one alone: {one.Elapsed.TotalSeconds:0.0} s; {trial.Times} together: {all.Elapsed.TotalSeconds:0.0} s, "
                + $"{all.Elapsed / one.Elapsed:0.00} times"));
    }
}
