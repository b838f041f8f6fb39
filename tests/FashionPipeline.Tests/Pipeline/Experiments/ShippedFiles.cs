using FashionPipeline.Tests.Repository;

namespace FashionPipeline.Tests.Pipeline.Experiments;

/// <summary>The folder <c>experiments/</c> of the repository.</summary>
internal static class ShippedFiles
{
    public static string Folder { get; } = Path.Combine(RepositoryFiles.Root, "experiments");
}
