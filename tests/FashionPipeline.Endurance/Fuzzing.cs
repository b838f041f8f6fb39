using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using FashionPipeline.Data;
using FashionPipeline.Data.Idx;
using FashionPipeline.Data.Parquet;
using FashionPipeline.Data.Synthetic;
using FashionPipeline.Evaluation;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Training.Checkpoints;

namespace FashionPipeline.Endurance;

/// <summary>
/// Inputs that were right and are mutated, through their readers: each is read or refused with a message for the user, in a few seconds
/// and within the memory that this program may have.
/// </summary>
public static class Fuzzing
{
    private const double LongestSeconds = 30;
    private const int PartLength = 5000;
    private const string Summary = "refused, MB: ";

    /// <summary>Each reader by its name: takes bytes that may be anything, and a folder for files.</summary>
    public static IReadOnlyDictionary<string, (byte[] Seed, Action<byte[], string> Read)> Readers { get; } =
        new SortedDictionary<string, (byte[], Action<byte[], string>)>(StringComparer.Ordinal)
        {
            ["idx"] = (Idx(), (bytes, _) => ReadIdx(bytes)),
            ["gzip"] = (Gzip(Idx()), (bytes, _) => ReadIdx(bytes)),
            ["images"] = (Images(), (bytes, _) => ImageParquet.Read(bytes)),
            ["predictions"] = (PredictionFile(), (bytes, _) => PredictionParquet.Read(bytes, "x")),
            ["archive"] = (OwnData.Archive(), (bytes, _) => OwnData.ReadArchive(bytes)),
            ["csv"] = (OwnData.Csv(), (bytes, _) => OwnData.ReadCsv(bytes)),
            ["npz"] = (OwnData.Npz(), (bytes, _) => OwnData.ReadNpz(bytes)),
            ["png"] = (OwnData.Png(), (bytes, _) => OwnData.ReadImage(bytes)),
            ["jpeg"] = (OwnData.Jpeg(), (bytes, _) => OwnData.ReadImage(bytes)),
            ["yaml"] = (Yaml(), ReadYaml),
            ["lock"] = (Lock(), (bytes, _) => LockFile.Read(bytes, "pipeline.lock.json")),
            ["record"] = (Record(), ReadRecord),
            ["safetensors"] = (Tensors(), (bytes, _) => SafeTensors.Read(bytes, "x")),
        };

    internal static void Run(Trial trial)
    {
        foreach (var name in Readers.Keys)
        {
            var clock = Stopwatch.StartNew();
            var (refused, megabytes) = (0, 0.0);
            for (var first = 0; first < trial.Times; first += PartLength)
            {
                var part = ReadInProcess(trial, name, Math.Min(PartLength, trial.Times - first));
                refused += part.Refused;
                megabytes = Math.Max(megabytes, part.Megabytes);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}: {trial.Times} inputs in {clock.Elapsed.TotalSeconds:0} s, {refused} refused, {megabytes:0} MB"));
        }
    }

    /// <summary>Reads a part of the inputs, and prints the faults, the number of refused ones and the memory.</summary>
    internal static void RunPart(string name, Trial trial)
    {
        Directory.CreateDirectory(trial.PathOf("experiments"));
        var refused = 0;
        foreach (var fault in Faults(name, trial.Times, trial.Random.Next(), trial.PathOf("experiments"), () => refused++))
        {
            trial.Fault(fault);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Summary}{refused} {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0}"));
    }

    // In a process of its own: a crash is counted, and a reading that was given up does not go on for ever.
    private static (int Refused, double Megabytes) ReadInProcess(Trial trial, string name, int times)
    {
        string[] arguments = [typeof(Fuzzing).Assembly.Location, name, $"{times}", $"{trial.Random.Next()}"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n');
        process.WaitForExit();
        foreach (var fault in lines.Where(line => line.StartsWith(Trial.FaultMark, StringComparison.Ordinal)))
        {
            trial.Fault(fault[Trial.FaultMark.Length..]);
        }

        if (Array.Find(lines, line => line.StartsWith(Summary, StringComparison.Ordinal)) is not { } summary)
        {
            trial.Fault($"{string.Join(' ', arguments.Skip(1))} ended with {process.ExitCode}");
            return default;
        }

        var numbers = summary[Summary.Length..].Split(' ');
        return (int.Parse(numbers[0], CultureInfo.InvariantCulture), double.Parse(numbers[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Mutates the seed of a reader and reads what comes out.</summary>
    /// <param name="name">The reader.</param>
    /// <param name="times">Number of inputs.</param>
    /// <param name="seed">Seed of the mutations.</param>
    /// <param name="folder">Folder for files.</param>
    /// <param name="refused">Is called for each input that is refused as it should be.</param>
    /// <returns>What went wrong.</returns>
    public static IEnumerable<string> Faults(string name, int times, int seed, string folder, Action refused)
    {
        var (right, read) = Readers[name];
        var random = new Random(seed);
        for (var i = 0; i < times; i++)
        {
            var input = Mutation.Of(right, random);
            var reading = Task.Run(() => Outcome(read, input, folder));
            if (!reading.Wait(TimeSpan.FromSeconds(LongestSeconds)))
            {
                yield return Describe("takes too long", input);
                yield break; // its thread goes on
            }

            switch (reading.Result)
            {
                case InputException:
                    refused();
                    break;
                case { } fault:
                    yield return Describe($"{fault.GetType().Name}: {fault.Message}", input);
                    break;
            }
        }

        string Describe(string what, byte[] input) =>
            $"{name}: {what.Split('\n')[0]} (first bytes {Convert.ToHexStringLower(input.AsSpan(0, Math.Min(32, input.Length)))}, "
                + $"{input.Length.ToString(CultureInfo.InvariantCulture)} in all)";
    }

    private static Exception? Outcome(Action<byte[], string> read, byte[] input, string folder)
    {
        try
        {
            read(input, folder);
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }

    private static void ReadIdx(byte[] bytes) => IdxReader.Read(
        new FileContent("images", bytes), new FileContent("labels", [0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 3]), height: 4, width: 4, classes: 10);

    private static void ReadYaml(byte[] bytes, string folder) =>
        ExperimentLoader.Load(Lay(folder, "fuzzed.yaml", bytes), [], Path.Combine(Trial.Root, "experiments"));

    // What a record says is believed only where its digest holds: a mutated one is none.
    private static void ReadRecord(byte[] bytes, string folder)
    {
        var layout = new StoreLayout(folder);
        var right = CanonicalRecord();
        Lay(folder, Path.GetRelativePath(folder, layout.Record("train", right.Key.Hash())), bytes);
        if (new RecordStore(layout, "x").Find("train", right.Key.Hash()) is { } found
            && !CanonicalJson.Write(found).AsSpan().SequenceEqual(CanonicalJson.Write(right)))
        {
            throw new InvalidDataException("a record that was changed is believed");
        }
    }

    private static string Lay(string folder, string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static byte[] Idx() => [0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 4, .. Enumerable.Range(0, 48).Select(i => (byte)i)];

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Images()
    {
        using var file = new MemoryStream();
        var images = SyntheticGarments.Generate(new SyntheticOptions { TrainCount = 20, TestCount = 10 }).Train;
        ImageParquet.WriteAsync(images, [.. Enumerable.Range(0, 10).Select(i => $"label {i}")], new Dictionary<string, string>(), file)
            .GetAwaiter().GetResult();
        return file.ToArray();
    }

    private static byte[] PredictionFile()
    {
        using var file = new MemoryStream();
        var predictions = new Predictions
        {
            Classes = 2,
            Labels = [0, 1, 1],
            Probabilities = [0.5f, 0.5f, 0.25f, 0.75f, 1, 0],
        };
        PredictionParquet.WriteAsync(predictions, file).GetAwaiter().GetResult();
        return file.ToArray();
    }

    private static byte[] Yaml() => File.ReadAllBytes(Path.Combine(Trial.Root, "experiments", "fashion-mnist.yaml"));

    private static byte[] Lock() => File.ReadAllBytes(Path.Combine(Trial.Root, "reports", "quickstart", LockFile.FileName));

    private static byte[] Tensors() => SafeTensors.Write(
        [new NamedTensor("a", [2, 3], [1, 2, 3, 4, 5, 6]), new NamedTensor("b", [1], [7])], new Dictionary<string, string> { ["x"] = "y" });

    private static StageRecord CanonicalRecord() => new()
    {
        Id = "train/mlp/1",
        Key = new StageKey { Stage = "train", Settings = new() { ["epochs"] = "5" }, Inputs =
            new() { ["train"] = new string('a', 64) }, Code = new string('c', 64) },
        Outputs = new() { ["weights"] = new Artifact(new string('d', 64), 12) },
    };

    private static byte[] Record()
    {
        var folder = Directory.CreateTempSubdirectory("endurance-");
        try
        {
            var layout = new StoreLayout(folder.FullName);
            new RecordStore(layout, "x").Keep(CanonicalRecord());
            return File.ReadAllBytes(layout.Record("train", CanonicalRecord().Key.Hash()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
