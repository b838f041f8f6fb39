namespace FashionPipeline.Pipeline.Provenance;

/// <summary>Versions of the packages that decide numbers and looks, as reports name them.</summary>
public static class PackageVersions
{
    private static readonly (string Name, string Package)[] Named =
        [("Parquet", "Parquet.Net"), ("ScottPlot", "ScottPlot"), ("SkiaSharp", "SkiaSharp"), ("TorchSharp", "TorchSharp")];

    /// <summary>Name and version, ordered by name.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All { get; } =
    [
        .. Named.Select(named => KeyValuePair.Create(named.Name, CompiledProgram.Running.Packages[named.Package])),
        KeyValuePair.Create("libtorch", LibTorchVersion.Value),
    ];
}
