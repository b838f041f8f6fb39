using System.Reflection;

namespace FashionPipeline.Pipeline.Provenance;

/// <summary>Versions of the packages that decide numbers and looks.</summary>
public static class PackageVersions
{
    private static readonly string[] Assemblies = ["Parquet", "ScottPlot", "SkiaSharp", "TorchSharp"];

    /// <summary>Version of libtorch, as pinned when this was built.</summary>
    public static string LibTorch { get; } = typeof(PackageVersions).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "LibTorchVersion").Value!;

    /// <summary>Assembly name and version, ordered by name.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All { get; } =
        [.. Assemblies.Select(name => KeyValuePair.Create(name, VersionOf(name))), KeyValuePair.Create("libtorch", LibTorch)];

    private static string VersionOf(string assembly)
    {
        var informational = Assembly.Load(assembly).GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        return informational?.InformationalVersion.Split('+')[0] ?? Assembly.Load(assembly).GetName().Version!.ToString(3);
    }
}
