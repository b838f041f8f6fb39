using System.Globalization;
using FashionPipeline.Benchmarks.Results;

namespace FashionPipeline.Benchmarks.Comparison;

/// <summary>Runs the sides in turn, and writes <c>comparison.md</c> and <c>comparison.csv</c>.</summary>
internal static class ComparisonStudy
{
    public static void Run(BenchmarkOptions options, ResultsFolder results)
    {
        var data = RealData.RequireFolder(options.Mirror);
        foreach (var side in options.Sides)
        {
            side.Check(options);
        }

        var runs = options.Sides.ToDictionary(side => side, _ => new List<JobResult>());
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var side in Turn(options.Sides, round))
            {
                var result = InFolder(folder => side.Job(options, data, folder));
                runs[side].Add(result);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"round {round + 1}/{options.Rounds}  {side.Title,-8}  {result.Values[Measure.WholeProcess]:0.0} s, "
                        + $"{result.Values[Measure.PeakMemory]:0} MB"));
            }
        }

        var sides = options.Sides.Select(side => new SideResults(side, runs[side])).ToList();
        results.Write("comparison.md", ComparisonReport.Markdown(options, sides, Machine.Describe()));
        results.Write("comparison.csv", ComparisonReport.Csv(sides));
    }

    /// <summary>
    /// The sides in the order of a round, counted from 0. Each begins in its turn: what the machine loses or gains meanwhile meets all
    /// alike.
    /// </summary>
    public static IEnumerable<Side> Turn(IReadOnlyList<Side> sides, int round) => sides.Select((_, i) => sides[(round + i) % sides.Count]);

    private static JobResult InFolder(Func<string, JobResult> job)
    {
        var folder = Directory.CreateTempSubdirectory("fashion-pipeline-benchmark-");
        try
        {
            return job(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
