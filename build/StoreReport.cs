using System.Globalization;
using FashionPipeline.Pipeline.Store;

namespace Build;

/// <summary>What is said of a store.</summary>
internal static class StoreReport
{
    /// <summary>What it holds: by experiment and stage, and by folder, which adds up to all of it.</summary>
    public static void Say(StoreContents contents, Action<string> say)
    {
        foreach (var group in contents.Groups)
        {
            say($"{group.Experiment,-32} {group.Name,-12} {Files(group.Files),12} {Megabytes(group.Bytes),12}");
        }

        foreach (var folder in contents.Folders.Where(folder => folder.Files > 0))
        {
            say($"{"in " + folder.Name + "/",-45} {Files(folder.Files),12} {Megabytes(folder.Bytes),12}");
        }

        say($"{"all",-45} {Files(contents.Folders.Sum(folder => folder.Files)),12} "
            + $"{Megabytes(contents.Folders.Sum(folder => folder.Bytes)),12}");
    }

    /// <summary>What would be removed, and why.</summary>
    public static void Say(PrunePlan plan, string store, Action<string> say)
    {
        foreach (var item in plan.Items)
        {
            say($"{Megabytes(item.Bytes),12}  {Path.GetRelativePath(store, item.Path)}  ({item.Reason})");
        }

        say($"{Files(plan.Items.Count)}, {Megabytes(plan.Bytes)} would be removed. Nothing was.");
    }

    /// <summary>What was removed.</summary>
    public static void Say(PrunePlan done, Action<string> say) => say($"Pruned {Files(done.Items.Count)}, {Megabytes(done.Bytes)}.");

    /// <summary>What was read, and what is wrong.</summary>
    public static void Say(StoreVerification found, Action<string> say)
    {
        foreach (var fault in found.Faults)
        {
            say(fault);
        }

        var faults = found.Faults.Count == 1 ? "1 fault" : string.Create(CultureInfo.InvariantCulture, $"{found.Faults.Count} faults");
        say($"Read {Files(found.Files)}, {Megabytes(found.Bytes)}: {faults}.");
    }

    private static string Files(int count) => count == 1 ? "1 file" : string.Create(CultureInfo.InvariantCulture, $"{count} files");

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");
}
