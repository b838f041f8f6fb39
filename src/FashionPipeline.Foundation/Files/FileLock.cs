namespace FashionPipeline.Foundation.Files;

/// <summary>Keeps processes, and the threads of one, apart. The handle goes with the process: nobody ever has to remove a lock.</summary>
public sealed class FileLock : IDisposable
{
    private const int ShortestPause = 20;
    private const int LongestPause = 200;

    private readonly FileStream handle;

    private FileLock(FileStream handle) => this.handle = handle;

    /// <summary>Takes the lock alone, waiting for whoever has it.</summary>
    /// <param name="path">The lock's file, which stays; it is made where it is missing, and its folder.</param>
    /// <param name="waiting">Is called once where somebody else has to be waited for.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public static FileLock Take(string path, Action waiting) => Open(path, FileAccess.ReadWrite, FileShare.None, waiting);

    /// <summary>Takes the lock together with others who share it, waiting for whoever has it alone.</summary>
    /// <param name="path">The lock's file, which stays; it is made where it is missing, and its folder.</param>
    /// <param name="waiting">Is called once where somebody else has to be waited for.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public static FileLock Share(string path, Action waiting) => Open(path, FileAccess.Read, FileShare.Read, waiting);

    /// <summary>Lets go of it.</summary>
    public void Dispose() => handle.Dispose();

    private static FileLock Open(string path, FileAccess access, FileShare share, Action waiting)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        for (var pause = ShortestPause; ; pause = Math.Min(pause + pause, LongestPause))
        {
            try
            {
                return new FileLock(new FileStream(path, FileMode.OpenOrCreate, access, share));
            }
            catch (IOException fault) when (IsTaken(fault))
            {
                if (pause == ShortestPause)
                {
                    waiting();
                }

                Thread.Sleep(pause); // milliseconds
            }
        }
    }

    // What systems say of a file that another one has: EAGAIN on Linux, EWOULDBLOCK on macOS, a sharing violation on Windows.
    private static bool IsTaken(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020);
}
