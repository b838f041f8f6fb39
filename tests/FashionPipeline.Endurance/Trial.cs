using System.Diagnostics;
using System.Security.Cryptography;
using Build;

namespace FashionPipeline.Endurance;

/// <summary>A place of its own for a trial, which counts what went wrong.</summary>
/// <param name="times">How often the trial is made.</param>
/// <param name="seed">Seed of what happens at random.</param>
internal sealed class Trial(int times, int seed) : IDisposable
{
    /// <summary>Settings that make the experiment small: it is the store that is tried.</summary>
    public static readonly string[] Small = ["--set", "training.epochs=2"];

    /// <summary>What a line begins with that tells a fault.</summary>
    public const string FaultMark = "FAULT: ";

    private readonly string folder = Directory.CreateTempSubdirectory("endurance-").FullName;

    /// <summary>Folder of the repository.</summary>
    public static string Root { get; } = RepositoryRoot.Find();

    public int Times => times;

    public Random Random { get; } = new(seed);

    public int Faults { get; private set; }

    public string PathOf(string name) => Path.Combine(folder, name);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public void Fault(string text)
    {
        Faults++;
        Console.WriteLine(FaultMark + text);
    }

    /// <summary>Starts the build program as a process group of its own.</summary>
    public Process Start(string store, string reports, params string[] args)
    {
        var start = new ProcessStartInfo("setsid", ["dotnet", Path.Combine(Root, "build/bin/Release/net10.0/Build.dll"), .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["FASHION_PIPELINE_CACHE"] = PathOf(store);
        start.Environment["FASHION_PIPELINE_REPORTS"] = PathOf(reports);
        return Process.Start(start) ?? throw new InvalidOperationException("The build program did not start.");
    }

    /// <summary>Runs the build program to its end; a run that fails is a fault.</summary>
    /// <returns>What it printed.</returns>
    public string Run(string store, string reports, params string[] args)
    {
        using var process = Start(store, reports, args);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            Fault($"{string.Join(' ', args)} ended with {process.ExitCode}: {errors.Result}");
        }

        return output + errors.Result;
    }

    /// <summary>Makes the report of a small experiment.</summary>
    public string Report(string store, string reports, string experiment = "quickstart", params string[] settings) =>
        Run(store, reports, ["--target", "Report", "--experiment", experiment, .. Small, .. settings]);

    /// <summary>Relative path and SHA-256 of the files of a report, but for those that tell of the run and not of its results.</summary>
    public string Digests(string reports) => string.Join('\n', Directory.EnumerateFiles(PathOf(reports), "*", SearchOption.AllDirectories)
        .Select(path => (Path: path, Name: Path.GetRelativePath(PathOf(reports), path)))
        .Where(file => Path.GetFileName(file.Name) is not "run.json" && !file.Name.StartsWith(".lock-", StringComparison.Ordinal))
        .OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => $"{file.Name} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.Path)))}"));

    /// <summary>Verifies a store; whatever is found is a fault.</summary>
    public void Verify(string store)
    {
        var found = Pipeline.Store.StoreVerification.Of(PathOf(store), _ => { });
        foreach (var fault in found.Faults)
        {
            Fault(fault);
        }
    }

    public void Clear(string name)
    {
        if (Directory.Exists(PathOf(name)))
        {
            Directory.Delete(PathOf(name), recursive: true);
        }
    }
}
