using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Experiments.Yaml;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>The folder <c>experiments/</c>, with data sets in <c>datasets/</c>. Names are file names without <c>.yaml</c>.</summary>
/// <param name="folder">Path of the folder.</param>
internal sealed class ExperimentsFolder(string folder)
{
    private const string Extension = ".yaml";
    private const int MostBytes = 1 << 20;

    private readonly string root = Path.GetFullPath(folder);
    private readonly List<KeyValuePair<string, string>> texts = [];

    /// <summary>What was read so far: each file by its full path, and its text.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Texts => texts;

    /// <summary>The folder's own name.</summary>
    public string DisplayName => Path.GetFileName(Path.TrimEndingDirectorySeparator(root));

    /// <summary>The experiments' names and files.</summary>
    public IReadOnlyDictionary<string, string> Experiments => List(root);

    /// <summary>The data sets' names and files.</summary>
    public IReadOnlyDictionary<string, string> DataSets => List(Path.Combine(root, "datasets"));

    /// <summary>True for a path, false for a name.</summary>
    public static bool IsPath(string nameOrPath) =>
        nameOrPath.EndsWith(Extension, StringComparison.Ordinal) || nameOrPath.EndsWith(".yml", StringComparison.Ordinal)
        || nameOrPath.Contains('/', StringComparison.Ordinal) || nameOrPath.Contains('\\', StringComparison.Ordinal);

    /// <summary>
    /// The file that is meant, or null where there is none: a path relative to a folder, or the name of an experiment.
    /// </summary>
    /// <param name="nameOrPath">As the user wrote it.</param>
    /// <param name="from">The folder that a path is relative to.</param>
    public string? Find(string nameOrPath, string from)
    {
        if (!IsPath(nameOrPath))
        {
            return Experiments.GetValueOrDefault(nameOrPath);
        }

        var path = Path.GetFullPath(nameOrPath, Path.GetFullPath(from));
        return File.Exists(path) ? path : null;
    }

    /// <summary>The content of a file, or null with a fault recorded.</summary>
    /// <param name="file">Full path of the file.</param>
    /// <param name="faults">Takes the faults.</param>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public YamlNode? Read(string file, Faults faults)
    {
        try
        {
            var text = TextOf(file);
            texts.Add(new(file, text));
            return YamlTree.Read(text, Display(file), faults);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{Display(file)} cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>The text of a file.</summary>
    /// <exception cref="IOException">It cannot be read, or is longer than any experiment.</exception>
    public static string TextOf(string file) => BoundedFile.ReadText(file, MostBytes);

    /// <summary>
    /// Whether a file that another file names may be read: it lies in the repository, or beside the file that was typed, and no link leads
    /// to it. What a pull request names would be printed by whoever checks it.
    /// </summary>
    /// <param name="file">Full path of the file.</param>
    /// <param name="typed">Full path of the file that was typed.</param>
    public bool IsOwn(string file, string typed) =>
        IsWithin(Path.GetDirectoryName(root)!, file) || IsWithin(Path.GetDirectoryName(typed)!, file);

    private static bool IsWithin(string folder, string file)
    {
        for (var path = file; path is not null && path.Length > folder.Length; path = Path.GetDirectoryName(path))
        {
            if (new FileInfo(path).LinkTarget is not null)
            {
                return false;
            }

            if (Path.GetDirectoryName(path) == Path.TrimEndingDirectorySeparator(folder))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A file as messages name it: <c>experiments/quickstart.yaml</c>, or its full path where it lies elsewhere.</summary>
    public string Display(string file)
    {
        var relative = Path.GetRelativePath(Path.GetDirectoryName(root) ?? root, file);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? file : relative).Replace('\\', '/');
    }

    private static SortedDictionary<string, string> List(string folder) => new(
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*" + Extension).ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => file)
            : [],
        StringComparer.Ordinal);
}
