using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using System.Text.RegularExpressions;

namespace FashionPipeline.Benchmarks.Processors;

/// <summary>The kind of a processor. Results of one kind say nothing of another: each has a folder of its own.</summary>
/// <param name="Name">For a reader: <c>AMD EPYC (family 26, model 2)</c>.</param>
/// <param name="Slug">For a folder, ending in the widest vectors that it has: <c>amd-epyc-1ah-02h-avx512</c>.</param>
internal sealed partial record Processor(string Name, string Slug)
{
    private const string Table = "/proc/cpuinfo";

    // As the system calls it, and as it is called here; the widest first.
    private static readonly (string Flag, string Name)[] VectorSets =
        [("avx512f", "avx512"), ("avx2", "avx2"), ("avx", "avx"), ("sse2", "sse2"), ("sve", "sve"), ("asimd", "neon")];

    /// <summary>That of this machine.</summary>
    public static Processor Current { get; } = File.Exists(Table) ? Parse(File.ReadAllText(Table)) : OfRuntime();

    /// <summary>Reads what Linux says in <c>/proc/cpuinfo</c>.</summary>
    /// <param name="table">Lines of names and values; the first core speaks for all.</param>
    public static Processor Parse(string table)
    {
        var fields = table.Split('\n')
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(parts => parts.Length == 2)
            .GroupBy(parts => parts[0], StringComparer.Ordinal)
            .ToDictionary(parts => parts.Key, parts => parts.First()[1], StringComparer.Ordinal);
        var flags = (fields.GetValueOrDefault("flags") ?? fields.GetValueOrDefault("Features") ?? "").Split(' ');
        var vectors = VectorSets.FirstOrDefault(set => flags.Contains(set.Flag)).Name;

        // Arm's processors have numbers only, of who designed them and of the part.
        if (!fields.TryGetValue("model name", out var model))
        {
            return fields.TryGetValue("CPU implementer", out var designer) && fields.TryGetValue("CPU part", out var part)
                ? new($"Arm processor (implementer {designer}, part {part})", Slugged("arm", designer, part, vectors))
                : OfRuntime();
        }

        var (family, number) = (fields.GetValueOrDefault("cpu family", "?"), fields.GetValueOrDefault("model", "?"));
        var words = Unsaid().Replace(model, " ");
        return new(
            $"{model} (family {family}, model {number})",
            ModelNumber().IsMatch(words) ? Slugged(words, vectors) : Slugged(words, Hexadecimal(family), Hexadecimal(number), vectors));
    }

    // Windows has a variable; elsewhere no more is known than the architecture.
    private static Processor OfRuntime()
    {
        var vectors = Avx512F.IsSupported ? "avx512" : Avx2.IsSupported ? "avx2" : AdvSimd.IsSupported ? "neon" : null;
        var name = Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        return new(name ?? "unknown processor", Slugged(name ?? RuntimeInformation.OSArchitecture.ToString(), vectors));
    }

    private static string Slugged(params string?[] parts) =>
        NoLetterOrDigit().Replace(string.Join(' ', parts).ToLowerInvariant(), "-").Trim('-');

    // As the makers number them: family 1Ah.
    private static string Hexadecimal(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("X2", CultureInfo.InvariantCulture) + "h"
            : text;

    // (R), (TM), the clock, the number of cores, and that it is a processor.
    [GeneratedRegex(@"\([^)]*\)|@.*|\b\d+-Core\b|\bCPU\b|\bProcessor\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unsaid();

    // EPYC 9654 and Platinum 8370C are one kind each; virtual machines tend to say no more than EPYC.
    [GeneratedRegex(@"\d{3}", RegexOptions.CultureInvariant)]
    private static partial Regex ModelNumber();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NoLetterOrDigit();
}
