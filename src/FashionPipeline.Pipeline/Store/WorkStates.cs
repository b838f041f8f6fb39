using System.Globalization;

namespace FashionPipeline.Pipeline.Store;

/// <summary>
/// What work that ended has left, so that longer work of the same kind goes on from there: one state for each kind, that of the longest.
/// A kind is the key without the setting that is the length, and the file's ending is the length. Nothing depends on a state: where one is
/// missing or damaged, the work is done from its start.
/// </summary>
/// <param name="layout">Paths of the store.</param>
public sealed class WorkStates(StoreLayout layout)
{
    /// <summary>The longest state that is not beyond a key's own length; null where there is none.</summary>
    /// <param name="key">Key of the work that begins.</param>
    /// <param name="length">Name of the setting that is its length.</param>
    public string? Find(StageKey key, string length) => All(key, length)
        .Where(state => state.Length <= LengthOf(key, length)).OrderBy(state => state.Length).Select(state => state.Path).LastOrDefault();

    /// <summary>Takes over what work has left that ended, unless longer work has left something already.</summary>
    /// <param name="key">Key of the work.</param>
    /// <param name="length">Name of the setting that is its length.</param>
    /// <param name="file">What it has left; is gone afterwards.</param>
    public void Keep(StageKey key, string length, string file)
    {
        var own = LengthOf(key, length);
        var others = All(key, length).ToList();
        if (others.Any(state => state.Length > own))
        {
            File.Delete(file);
            return;
        }

        var path = layout.State(key.Without(length).Hash(), key.Settings[length]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(file, path, overwrite: true);
        foreach (var state in others.Where(state => state.Length < own))
        {
            Remove(state.Path);
        }
    }

    /// <summary>Hash of the kind of a state.</summary>
    /// <param name="path">Path of the state.</param>
    internal static string KindOf(string path) => Path.GetFileNameWithoutExtension(path);

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (IOException)
        {
            // Another run reads it, on a system that keeps what is open; it goes with the next state.
        }
    }

    private IEnumerable<(int Length, string Path)> All(StageKey key, string length)
    {
        var pattern = layout.State(key.Without(length).Hash(), "*");
        var folder = Path.GetDirectoryName(pattern)!;
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, Path.GetFileName(pattern)) : [])
        {
            if (int.TryParse(Path.GetExtension(path).TrimStart('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var found))
            {
                yield return (found, path);
            }
        }
    }

    private static int LengthOf(StageKey key, string length) => int.Parse(key.Settings[length], CultureInfo.InvariantCulture);
}
