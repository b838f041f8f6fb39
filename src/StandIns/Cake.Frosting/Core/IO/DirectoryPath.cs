namespace Cake.Core.IO;

/// <summary>The path of a folder, with <c>/</c> between its parts.</summary>
public sealed class DirectoryPath
{
    /// <param name="path">The path; <c>\</c> becomes <c>/</c>, a leading <c>./</c> and trailing <c>/</c> are dropped.</param>
    public DirectoryPath(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var normalised = path.Replace('\\', '/').Trim();
        if (normalised.StartsWith("./", StringComparison.Ordinal))
        {
            normalised = normalised[2..];
        }

        FullPath = normalised.Length > 1 ? normalised.TrimEnd('/') : normalised;
    }

    /// <summary>The path as text.</summary>
    public string FullPath { get; }

    /// <summary>Turns text into a path.</summary>
    /// <param name="path">The path.</param>
    public static implicit operator DirectoryPath(string path) => FromString(path);

    /// <summary>Turns text into a path.</summary>
    /// <param name="path">The path.</param>
    public static DirectoryPath FromString(string path) => new(path);

    /// <summary>The path as text.</summary>
    public override string ToString() => FullPath;
}
