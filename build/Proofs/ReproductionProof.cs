using System.Diagnostics;
using Cake.Core;
using Cake.Core.Diagnostics;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Diffs;
using FashionPipeline.Pipeline.Reproductions;
using FashionPipeline.Pipeline.Sharing;

namespace Build.Proofs;

/// <summary>
/// Makes a report again in a process of its own: in an empty store, another folder, another time zone and another language; and compares
/// every artifact with the lock of the report that is there.
/// </summary>
internal static class ReproductionProof
{
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["TZ"] = "Asia/Kathmandu", // 5 hours 45 minutes from UTC
        ["LANG"] = "tr_TR.UTF-8",
        ["LC_ALL"] = "tr_TR.UTF-8",
        ["GITHUB_ACTIONS"] = "", // the outer run has the log
    };

    /// <summary>Runs, compares, prints a table and writes <c>reproduction.json</c> beside the report.</summary>
    /// <exception cref="CakeException">Artifacts differ (exit code 3), or metrics are outside their tolerance (4).</exception>
    public static void Run(PipelineContext context)
    {
        var options = context.OfExperiment;
        var (name, mirror) = (context.Pipeline.Name, context.Pipeline.DataFolder ?? options.Mirror);
        var report = Path.Combine(options.Reports, name);
        var expected = new ReproducedReport(report, options.Cache);
        var tolerances = Tolerances.Read(options.Root).Reproductions;
        var folder = Directory.CreateTempSubdirectory("reproduction-").FullName;
        var (cache, reports) = (Path.Combine(folder, "cache"), Path.Combine(folder, "reports"));
        MakeReport(context, folder, cache, reports, mirror);

        var reproduction = Reproduction.Of(expected, new ReproducedReport(Path.Combine(reports, name), cache), tolerances);
        AtomicFile.Write(Path.Combine(report, Reproduction.FileName), reproduction.ToBytes());
        foreach (var line in reproduction.ToTable())
        {
            context.Log.Information("{0}", line);
        }

        if (reproduction.Outcome is ReproductionOutcome.Different or ReproductionOutcome.OutsideTolerance)
        {
            Environment.ExitCode = reproduction.Outcome == ReproductionOutcome.Different ? 3 : 4;
            throw new CakeException($"The report of '{name}' was not reproduced. What was made is kept in {folder}.");
        }

        Remove(folder);
    }

    private static void MakeReport(PipelineContext context, string folder, string cache, string reports, string? mirror)
    {
        var options = context.OfExperiment;
        var start = new ProcessStartInfo(DotNet.FindCommand(),
        [
            typeof(ReproductionProof).Assembly.Location, "--target", nameof(Tasks.Report), "--experiment", options.Experiment,
            "--jobs", FormattableString.Invariant($"{options.Jobs}"), .. options.Overrides.SelectMany(value => new[] { "--set", value }),
            .. options.VariantName is { } name ? ["--name", name] : Array.Empty<string>(),
            .. mirror is null ? Array.Empty<string>() : ["--mirror", mirror],
        ])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
        };
        foreach (var (variable, value) in Elsewhere)
        {
            start.Environment[variable] = value;
        }

        start.Environment[Options.PipelineArguments.Cache.Name] = cache;
        start.Environment[Options.PipelineArguments.Reports.Name] = reports;
        start.Environment[Options.PipelineArguments.RemoteVariable.Name] = RemoteChoice.None; // a result of elsewhere proves nothing
        using var process = Process.Start(start)!;
        using var interruption = Interruption.EndWithThis(process, () => Remove(folder));
        process.WaitForExit();
        if (process.ExitCode is not (0 or PipelineContext.PartOfIt)) // a model that diverges does so again
        {
            Remove(folder);
            throw new CakeException($"The report could not be made again (exit code {process.ExitCode}); its messages are above.");
        }
    }

    // Two threads may do this where the program is told to end.
    private static void Remove(string folder)
    {
        lock (Elsewhere)
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
