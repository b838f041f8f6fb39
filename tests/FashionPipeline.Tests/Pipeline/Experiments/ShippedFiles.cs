namespace FashionPipeline.Tests.Pipeline.Experiments;

/// <summary>The folder <c>experiments/</c> of the repository.</summary>
internal static class ShippedFiles
{
    public static string Folder { get; } = Path.Combine(Root(), "experiments");

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "FashionPipeline.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not lie in the repository.");
        }

        return folder;
    }
}
