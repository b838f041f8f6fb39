namespace FashionPipeline.Endurance;

/// <summary>
/// Each blob, record, note and derived file of a store damaged in five ways: the next run makes the same report without help.
/// </summary>
internal static class Damage
{
    private static readonly string[] Kinds = ["flipped", "truncated", "emptied", "zeroed", "deleted"];

    public static void Run(Trial trial)
    {
        trial.Report("store", "reports");
        var expected = trial.Digests("reports");
        var folders = new[] { "blobs", "records", "latest", "code", "derived" }.Select(name => trial.PathOf($"store/{name}"));
        var files = folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal).ToList();
        foreach (var file in trial.Times == 0 ? files : files.Take(trial.Times))
        {
            foreach (var kind in Kinds.Where(_ => File.Exists(file)))
            {
                // With its old time and without: the first is seen when the file is read, the second before.
                DamageFile(file, kind, keepTime: trial.Random.Next(2) == 0, trial.Random);
                trial.Clear("reports");
                trial.Report("store", "reports");
                if (trial.Digests("reports") != expected)
                {
                    trial.Fault($"{Path.GetRelativePath(trial.PathOf("store"), file)} {kind}: another report");
                }
            }
        }

        Pipeline.Store.StoreVerification.Of(trial.PathOf("store"), _ => { }); // finds what no run had to read
        trial.Report("store", "reports");
        trial.Verify("store");
        Console.WriteLine($"{files.Count} files");
    }

    /// <summary>Damages a file.</summary>
    public static void DamageFile(string file, string kind, bool keepTime, Random random)
    {
        if (kind == "deleted")
        {
            File.Delete(file);
            return;
        }

        var (bytes, time) = (File.ReadAllBytes(file), File.GetLastWriteTimeUtc(file));
        if (kind == "flipped" && bytes.Length > 0)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        File.WriteAllBytes(file, kind switch
        {
            "truncated" => bytes[..(bytes.Length / 2)],
            "emptied" => [],
            "zeroed" => new byte[bytes.Length],
            _ => bytes,
        });
        if (keepTime)
        {
            File.SetLastWriteTimeUtc(file, time);
        }
    }
}
