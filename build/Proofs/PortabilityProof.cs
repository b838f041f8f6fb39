using Cake.Core;

namespace Build.Proofs;

/// <summary>Computes the same cases on every machine that can be had here, trains where libtorch runs, and compares the bits.</summary>
internal static class PortabilityProof
{
    private const string Arithmetic = "FashionPipeline.Portability";
    private const string Training = "FashionPipeline.Portability.Training";

    /// <summary>Prints a table of machines and digests for the arithmetic, and one for whole trainings.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <exception cref="CakeException">A result has other bits than the repository expects.</exception>
    public static void Run(string root)
    {
        var (machines, missing) = Machines.Find();
        var widest = machines.Max(machine => machine.Name.Length);
        Console.WriteLine("Arithmetic");
        var runs = RunProgram(root, Arithmetic, machines, widest);
        Console.WriteLine();
        Console.WriteLine("Whole trainings");
        var trainings = RunProgram(root, Training, [.. machines.Where(machine => machine.Trains)], widest);
        Console.WriteLine();
        foreach (var line in missing)
        {
            Console.WriteLine(line);
        }

        Check([.. runs, .. trainings]);
        Console.WriteLine($"The same bits on {runs.Count} machines, and of whole trainings on {trainings.Count}.");
    }

    private static List<MachineRun> RunProgram(string root, string name, IReadOnlyList<Machine> machines, int widest)
    {
        var project = $"tests/{name}/{name}.csproj";
        var output = Path.Combine(root, "tests", name, "bin", "Release", "net10.0");
        DotNet.Build(root, project);
        foreach (var runtime in machines.Select(machine => machine.Runtime).OfType<string>().Distinct())
        {
            DotNet.Publish(root, project, runtime, Path.Combine(output, runtime, "publish"));
        }

        var runs = new List<MachineRun>();
        foreach (var machine in machines)
        {
            var run = MachineRun.Of(machine, Command(machine, output, name));
            runs.Add(run);
            Console.WriteLine(
                $"{machine.Name.PadRight(widest)}  {run.Digest.PadRight(16)}  {(run.Faults.Count == 0 ? "equal" : "FAILS")}  {run.Seen}");
        }

        return runs;
    }

    private static string[] Command(Machine machine, string output, string name) => machine.Runtime is { } runtime
        ? [Path.Combine(output, runtime, "publish", name), "--check"]
        : [DotNet.FindCommand(), Path.Combine(output, name + ".dll"), "--check"];

    private static void Check(IReadOnlyList<MachineRun> runs)
    {
        var faults = runs.SelectMany(run => run.Faults.Select(fault => $"  {run.Machine.Name}: {fault}")).ToList();
        if (faults.Count > 0)
        {
            throw new CakeException(
                "Not the same bits everywhere, or not those of the digests.txt in tests/FashionPipeline.Portability*:"
                + Environment.NewLine + string.Join(Environment.NewLine, faults));
        }
    }
}
