using System.Globalization;
using FashionPipeline.Benchmarks.Results;

namespace FashionPipeline.Benchmarks.Comparison;

/// <summary>Runs our side and Python's in turn, and writes <c>comparison.md</c> and <c>comparison.csv</c>.</summary>
internal static class ComparisonStudy
{
    public static void Run(BenchmarkOptions options, ResultsFolder results)
    {
        var data = RealData.RequireFolder(options.Mirror);
        var (ours, python) = (new List<JobResult>(), new List<JobResult>());
        for (var round = 0; round < options.Rounds; round++)
        {
            // A B, then B A: what the machine loses or gains meanwhile meets both alike.
            foreach (var side in round % 2 == 0 ? [ours, python] : new[] { python, ours })
            {
                var name = side == ours ? "ours" : "Python";
                var result = InFolder(folder => side == ours ? OurJob.Run(options, data, folder) : PythonJob.Run(options, data, folder));
                side.Add(result);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"round {round + 1}/{options.Rounds}  {name,-6}  {result.Values[Measure.WholeProcess]:0.0} s, "
                        + $"{result.Values[Measure.PeakMemory]:0} MB"));
            }
        }

        results.Write("comparison.md", ComparisonReport.Markdown(options, ours, python));
        results.Write("comparison.csv", ComparisonReport.Csv(ours, python));
    }

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
