using System.Globalization;
using System.Runtime.InteropServices;
using FashionPipeline.Benchmarks.Processors;

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
        $"{Processor.Current.Name}, {Cores} core{(Cores == 1 ? "" : "s")}, {RuntimeInformation.OSDescription} "
            + $"({RuntimeInformation.OSArchitecture}), {RuntimeInformation.FrameworkDescription}.");
}
