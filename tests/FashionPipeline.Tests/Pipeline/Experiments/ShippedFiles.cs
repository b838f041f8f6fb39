using FashionPipeline.Tests.Repository;

namespace FashionPipeline.Tests.Pipeline.Experiments;

/// <summary>The folder <c>experiments/</c> of the repository.</summary>
internal static class ShippedFiles
{
    public static string Folder { get; } = Path.Combine(RepositoryFiles.Root, "experiments");

    /// <summary>The files of experiments and data sets below it that are ours; a user's own may lie beside them.</summary>
    public static IReadOnlyList<string> Yaml { get; } =
    [
        "datasets/fashion-mnist.yaml", "datasets/quickstart.yaml", "fashion-mnist-better.yaml", "fashion-mnist-normalised.yaml",
        "fashion-mnist-rates.yaml", "fashion-mnist-seeds.yaml", "fashion-mnist.yaml", "quickstart.yaml",
    ];
}
