using System.Text.Json;

namespace Build;

/// <summary>How many tests ended in which way.</summary>
public sealed record TestTotals(int Passed, int Failed, int Skipped)
{
    /// <summary>Reads a report in the Common Test Report Format (ctrf.io).</summary>
    public static TestTotals Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var summary = document.RootElement.GetProperty("results").GetProperty("summary");
        return new(
            summary.GetProperty("passed").GetInt32(),
            summary.GetProperty("failed").GetInt32(),
            summary.GetProperty("skipped").GetInt32());
    }

    public override string ToString() => FormattableString.Invariant($"{Passed} passed, {Failed} failed, {Skipped} skipped");
}
