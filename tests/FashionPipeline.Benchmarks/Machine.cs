using System.Globalization;
using System.Runtime.InteropServices;

namespace FashionPipeline.Benchmarks;

/// <summary>What the numbers were measured on.</summary>
internal static class Machine
{
    /// <summary>Cores that this process may use.</summary>
    public static int Cores => Environment.ProcessorCount;

    /// <summary>One core, and all of them where there are more.</summary>
    public static IEnumerable<int> CoreCounts => Cores == 1 ? [1] : [1, Cores];

    /// <summary>Processor, cores, system and runtime in one line.</summary>
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor()}, {Cores} core{(Cores == 1 ? "" : "s")}, {RuntimeInformation.OSDescription} "
            + $"({RuntimeInformation.OSArchitecture}), {RuntimeInformation.FrameworkDescription}.");

    private static string Processor()
    {
        const string Table = "/proc/cpuinfo";
        var lines = File.Exists(Table) ? File.ReadAllLines(Table) : [];
        string? Field(string name) =>
            lines.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim();

        // Virtual machines tend to say no more than "AMD EPYC": family and model tell which.
        return Field("model name") is { } model
            ? $"{model} (family {Field("cpu family")}, model "
                + $"{lines.FirstOrDefault(line => line.StartsWith("model\t", StringComparison.Ordinal))?.Split(':', 2)[1].Trim()})"
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "unknown processor";
    }
}
