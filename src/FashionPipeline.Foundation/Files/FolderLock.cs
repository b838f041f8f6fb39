namespace FashionPipeline.Foundation.Files;

/// <summary>Keeps two processes from working in one folder at once. The handle goes with the process: no lock is left behind.</summary>
public sealed class FolderLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly FileStream handle;

    private FolderLock(FileStream handle) => this.handle = handle;

    /// <summary>Takes the lock, waiting for whoever has it.</summary>
    /// <param name="folder">The folder; made where it is missing. The lock is its file <c>lock</c>.</param>
    /// <param name="report">Is told once that another process is waited for.</param>
    public static FolderLock Take(string folder, Action<string> report)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "lock");
        for (var told = false; ; told = true)
        {
            try
            {
                return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException fault) when (IsTaken(fault))
            {
                if (!told)
                {
                    report($"Another run works in {folder}; waiting for it to end.");
                }

                Thread.Sleep(Pause);
            }
        }
    }

    // What systems say of a file that another process has: EAGAIN on Linux, EWOULDBLOCK on macOS, a sharing violation on Windows.
    private static bool IsTaken(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020);

    /// <summary>Lets go of the folder.</summary>
    public void Dispose() => handle.Dispose();
}
