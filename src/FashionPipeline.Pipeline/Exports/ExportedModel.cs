using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Exports;

/// <summary>A model that was exported.</summary>
/// <param name="Folder">The folder that it was written to.</param>
/// <param name="Model">Name of the model.</param>
/// <param name="Seed">The seed that it was trained with.</param>
/// <param name="Files">Its files with their lengths in bytes.</param>
public sealed record ExportedModel(string Folder, string Model, ulong Seed, IReadOnlyList<KeyValuePair<string, long>> Files)
{
    // Of a description of layers and classes.
    private const int MostBytes = 1 << 20;

    /// <summary>What was written, and where, a line each.</summary>
    public IReadOnlyList<string> ToLines() =>
    [
        FormattableString.Invariant($"model {Model}, trained with the seed {Seed}, written to {Folder}"),
        .. Files.Select(file => FormattableString.Invariant($"  {file.Value,13:N0} bytes  {file.Key}")),
    ];

    /// <summary>Whether a folder holds the model of other weights.</summary>
    /// <param name="folder">The folder, which may be missing.</param>
    /// <param name="weights">The weights.</param>
    internal static bool IsOfOther(string folder, Artifact weights) =>
        Path.Combine(folder, ModelConfig.FileName) is var config && File.Exists(config)
        && !BoundedFile.ReadText(config, MostBytes).Contains($"\"{weights.Sha256}\"", StringComparison.Ordinal);

    /// <summary>Writes files of a model, the last one when all others are there.</summary>
    /// <param name="folder">Where they go; what lies there under their names is replaced.</param>
    /// <param name="files">The files by name.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="seed">The seed that it was trained with.</param>
    /// <exception cref="InputException">
    /// The folder, or the one that it is in, is a link, as git can carry one that leads elsewhere.
    /// </exception>
    internal static ExportedModel Write(string folder, IReadOnlyDictionary<string, byte[]> files, string model, ulong seed)
    {
        foreach (var path in new[] { Path.GetDirectoryName(folder)!, folder })
        {
            if (new DirectoryInfo(path).LinkTarget is { } target)
            {
                throw new InputException(
                    $"{path} is a link, to {target}: a model is written to a folder of its own.\nRemove the link, and run again.");
            }
        }

        foreach (var (name, bytes) in files)
        {
            AtomicFile.Write(Path.Combine(folder, name), bytes);
        }

        return new ExportedModel(folder, model, seed, [.. files.Select(file => KeyValuePair.Create(file.Key, file.Value.LongLength))]);
    }
}
