namespace FashionPipeline.Portability;

/// <summary>
/// What a program of the proof prints. Without an argument: the table as <c>digests.txt</c> keeps it. With <c>--check</c>: the machine,
/// what differs, one digest of all.
/// </summary>
public static class DigestProgram
{
    /// <summary>Computes the cases and prints.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="cases">What it computes.</param>
    /// <param name="expected">What it should give.</param>
    /// <returns>The exit code: 1 where a case differs under <c>--check</c>, 2 for other arguments.</returns>
    public static int Run(string[] args, IReadOnlyList<Case> cases, DigestTable expected)
    {
        if (args is not [] and not ["--check"])
        {
            Console.Error.WriteLine($"Found '{string.Join(' ', args)}', expected nothing or --check.");
            return 2;
        }

        var table = DigestTable.Of(cases);
        if (args is [])
        {
            Console.Write(table);
            return 0;
        }

        var differences = table.DifferencesFrom(expected).ToList();
        Console.WriteLine(Machine.Describe());
        differences.ForEach(Console.WriteLine);
        Console.WriteLine(table.Overall);
        return differences.Count == 0 ? 0 : 1;
    }
}
