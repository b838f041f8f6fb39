using System.Reflection;

namespace FashionPipeline.Pipeline.Provenance;

/// <summary>Version of libtorch, whose library says none itself: the package that was pinned when this was built.</summary>
internal static class LibTorchVersion
{
    /// <summary>The version: <c>2.10.0</c>.</summary>
    public static string Value { get; } = typeof(LibTorchVersion).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == nameof(LibTorchVersion)).Value!;
}
