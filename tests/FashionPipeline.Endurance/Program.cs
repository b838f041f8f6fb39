using System.Globalization;
using FashionPipeline.Endurance;

Dictionary<string, (string Meaning, int Times, Action<Trial> Run)> trials = new(StringComparer.Ordinal)
{
    ["kill"] = ("kill -9 of the whole process group at random moments", 200, Kills.Run),
    ["together"] = ("pipelines that start at once on one empty store", 8, Together.Run),
    ["share"] = ("rounds of two experiments and two variants at once on one store and one reports folder", 50, SharedReports.Run),
    ["scale"] = ("an experiment of this many nodes that are current, and of twice as many", 10_000, Scale.Run),
    ["cluster"] = ("an experiment of this many steps on a simulated cluster whose machines fail", 10_000, Simulated.Run),
    ["damage"] = ("every file of a store damaged in five ways; the number is how many files, 0 for all", 0, Damage.Run),
    ["flips"] = ("random single-bit flips of records and of checkpoints", 1000, BitFlips.Run),
    ["fuzz"] = ("mutated inputs through each reader", 100_000, Fuzzing.Run),
};

foreach (var reader in Fuzzing.Readers.Keys)
{
    trials.Add(reader, ("mutated inputs through this reader, in this process", 1000, trial => Fuzzing.RunPart(reader, trial)));
}

if (args.Length is 0 or > 3 || !trials.TryGetValue(args[0], out var trial))
{
    Console.Error.WriteLine("Type: dotnet run -c Release --project tests/FashionPipeline.Endurance -- TRIAL [TIMES] [SEED]");
    foreach (var (name, (meaning, times, _)) in trials)
    {
        Console.Error.WriteLine($"  {name,-9} {meaning}; default {times.ToString(CultureInfo.InvariantCulture)}");
    }

    return 2;
}

using var place = new Trial(
    args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : trial.Times,
    args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 12345);
trial.Run(place);
Console.WriteLine(place.Faults == 0 ? "No fault." : $"{place.Faults.ToString(CultureInfo.InvariantCulture)} faults.");
return place.Faults == 0 ? 0 : 1;
