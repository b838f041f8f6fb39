namespace FashionPipeline.Pipeline.Store;

/// <summary>Keeps two processes from working in one store at the same time. The handle goes with the process: nobody ever has to remove a lock.</summary>
public sealed class StoreLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly FileStream handle;

    private StoreLock(FileStream handle) => this.handle = handle;

    /// <summary>Takes the lock, waiting for whoever has it.</summary>
    /// <param name="folder">Folder of the store; made where it is missing.</param>
    /// <param name="report">Is told once that another process is waited for.</param>
    public static StoreLock Take(string folder, Action<string> report)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "lock");
        for (var told = false; ; told = true)
        {
            try
            {
                return new StoreLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
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

    // What the operating systems say of a file that another process has: EAGAIN on Linux, EWOULDBLOCK on macOS, a sharing violation on Windows.
    private static bool IsTaken(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020);

    /// <summary>Lets go of the store.</summary>
    public void Dispose() => handle.Dispose();
}
