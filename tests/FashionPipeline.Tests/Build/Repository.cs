using System.Runtime.CompilerServices;

namespace FashionPipeline.Tests.Build;

internal static class Repository
{
    /// <summary>The folder that holds build.sh.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
