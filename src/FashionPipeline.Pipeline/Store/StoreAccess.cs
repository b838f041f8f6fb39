using System.Text;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Files;

namespace FashionPipeline.Pipeline.Store;

/// <summary>
/// Who works in the store. Runs share it, and each node, data set and list of code has a lock of its own; what removes results takes the
/// store alone.
/// </summary>
public static class StoreAccess
{
    private const string CurrentVersion = "1";

    /// <summary>Works in the store beside other runs.</summary>
    /// <param name="layout">Paths of the store, which is made where it is missing.</param>
    /// <param name="report">Is told once that somebody removes results, who is waited for.</param>
    /// <exception cref="InputException">The store has the form of a later program.</exception>
    /// <exception cref="IOException">The store cannot be written to.</exception>
    public static FileLock Share(StoreLayout layout, Action<string> report) =>
        Checked(layout, FileLock.Share(layout.Lock, () =>
            report($"Results are being removed from {layout.Folder}; waiting for that to end.")));

    /// <summary>Works in the store alone.</summary>
    /// <param name="layout">Paths of the store, which is made where it is missing.</param>
    /// <param name="report">Is told once that a run works there, which is waited for.</param>
    /// <exception cref="InputException">The store has the form of a later program.</exception>
    /// <exception cref="IOException">The store cannot be written to.</exception>
    public static FileLock Take(StoreLayout layout, Action<string> report) =>
        Checked(layout, FileLock.Take(layout.Lock, () => report($"Another run works in {layout.Folder}; waiting for it to end.")));

    private static FileLock Checked(StoreLayout layout, FileLock taken)
    {
        try
        {
            var version = File.Exists(layout.Version) ? File.ReadAllText(layout.Version).Trim() : null;
            if (version is { Length: > 0 and < 10 } && version.All(char.IsAsciiDigit) && version != CurrentVersion)
            {
                throw new InputException(
                    $"The store in {layout.Folder} has version {version}, of a later program; expected version {CurrentVersion}.\n"
                    + "Update this clone of the project, or name another folder for the store.")
                {
                    Remedy = Remedy.NameStore,
                };
            }

            if (version != CurrentVersion) // a new store, or a damaged file
            {
                AtomicFile.Write(layout.Version, Encoding.ASCII.GetBytes(CurrentVersion + "\n"));
            }

            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }
}
