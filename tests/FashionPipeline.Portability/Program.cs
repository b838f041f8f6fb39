using FashionPipeline.Portability;

// Without an argument: the table as digests.txt keeps it. With --check: the machine, what differs, one digest of all.
if (args is not [] and not ["--check"])
{
    Console.Error.WriteLine($"Found '{string.Join(' ', args)}', expected nothing or --check.");
    return 2;
}

var table = DigestTable.Of(Case.All);
if (args is [])
{
    Console.Write(table);
    return 0;
}

var differences = table.DifferencesFrom(DigestTable.Expected()).ToList();
Console.WriteLine(Machine.Describe());
differences.ForEach(Console.WriteLine);
Console.WriteLine(table.Overall);
return differences.Count == 0 ? 0 : 1;
