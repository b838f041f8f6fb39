namespace Cake.Core.IO;

/// <summary>The path of a folder, with <c>/</c> between its parts and none at its end.</summary>
public sealed class DirectoryPath(string path)
{
    /// <summary>The path as text.</summary>
    public string FullPath { get; } = path.Length > 1 ? path.Replace('\\', '/').TrimEnd('/') : path;
}
