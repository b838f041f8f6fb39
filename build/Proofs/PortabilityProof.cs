using Cake.Core;

namespace Build.Proofs;

/// <summary>Computes the same cases on every machine that can be had here, and compares the bits.</summary>
internal static class PortabilityProof
{
    private const string Name = "FashionPipeline.Portability";
    private const string Project = $"tests/{Name}/{Name}.csproj";

    /// <summary>Prints a table of machines and digests.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <exception cref="CakeException">A result has other bits than the repository expects.</exception>
    public static void Run(string root)
    {
        var (machines, missing) = Machines.Find();
        var output = Path.Combine(root, "tests", Name, "bin", "Release", "net10.0");
        DotNet.Build(root, Project);
        foreach (var runtime in machines.Select(machine => machine.Runtime).OfType<string>().Distinct())
        {
            DotNet.Publish(root, Project, runtime, Path.Combine(output, runtime, "publish"));
        }

        var widest = machines.Max(machine => machine.Name.Length);
        var runs = new List<MachineRun>();
        foreach (var machine in machines)
        {
            var run = MachineRun.Of(machine, Command(machine, output));
            runs.Add(run);
            Console.WriteLine(
                $"{machine.Name.PadRight(widest)}  {run.Digest.PadRight(16)}  {(run.Faults.Count == 0 ? "equal" : "FAILS")}  {run.Seen}");
        }

        Console.WriteLine();
        foreach (var line in missing)
        {
            Console.WriteLine(line);
        }

        Check(runs);
    }

    private static string[] Command(Machine machine, string output) => machine.Runtime is { } runtime
        ? [Path.Combine(output, runtime, "publish", Name), "--check"]
        : [DotNet.FindCommand(), Path.Combine(output, Name + ".dll"), "--check"];

    private static void Check(List<MachineRun> runs)
    {
        var faults = runs.SelectMany(run => run.Faults.Select(fault => $"  {run.Machine.Name}: {fault}")).ToList();
        if (faults.Count > 0)
        {
            throw new CakeException(
                "Not the same bits everywhere, or not those of tests/FashionPipeline.Portability/digests.txt:"
                + Environment.NewLine + string.Join(Environment.NewLine, faults));
        }

        Console.WriteLine($"The same bits on {runs.Count} machines.");
    }
}
