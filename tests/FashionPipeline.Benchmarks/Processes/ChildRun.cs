namespace FashionPipeline.Benchmarks.Processes;

/// <summary>What a process did.</summary>
/// <param name="Seconds">From its start to its end.</param>
/// <param name="PeakMegabytes">The largest resident set that it had, in 2^20 bytes.</param>
/// <param name="Lines">What it printed.</param>
internal sealed record ChildRun(double Seconds, double PeakMegabytes, IReadOnlyList<string> Lines)
{
    /// <summary>The rest of the only line that starts with these words.</summary>
    /// <exception cref="InvalidOperationException">There is no such line, or there are several.</exception>
    public string After(string words) =>
        Lines.Where(line => line.StartsWith(words + " ", StringComparison.Ordinal)).ToList() is [var line]
            ? line[(words.Length + 1)..]
            : throw new InvalidOperationException($"Expected one line that starts with '{words}', found:\n{string.Join('\n', Lines)}");
}
