using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FashionPipeline.Foundation.Files;

/// <summary>
/// Waits until a file or a folder is on the disk. .NET's own <c>Flush(flushToDisk: true)</c> and <c>RandomAccess.FlushToDisk</c> hide
/// on Unix that the disk has failed; see <see href="https://man7.org/linux/man-pages/man2/fsync.2.html">fsync(2)</see>.
/// </summary>
internal static class DiskFlush
{
    private const int ReadOnly = 0;
    private const int Interrupted = 4;
    private const int NotSupported = 22;

    /// <summary>Waits for the content of a file.</summary>
    /// <exception cref="IOException">The disk has not taken it.</exception>
    public static void OfFile(SafeFileHandle file, string path)
    {
        if (OperatingSystem.IsWindows())
        {
            RandomAccess.FlushToDisk(file);
            return;
        }

        var descriptor = (int)file.DangerousGetHandle();
        Require(() => Fsync(descriptor), path);
        GC.KeepAlive(file);
    }

    /// <summary>
    /// Waits for the names in a folder, without which a renamed file may be gone after a power failure. Windows keeps them by itself.
    /// </summary>
    /// <exception cref="IOException">The disk has not taken them.</exception>
    public static void OfFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(path, ReadOnly);
        if (descriptor < 0)
        {
            throw Fault(path);
        }

        try
        {
            Require(() => Fsync(descriptor), path);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static void Require(Func<int> flush, string path)
    {
        while (flush() != 0)
        {
            switch (Marshal.GetLastPInvokeError())
            {
                case Interrupted:
                    continue;
                case NotSupported: // some file systems flush no folders
                    return;
                default:
                    throw Fault(path);
            }
        }
    }

    private static IOException Fault(string path) =>
        new($"The disk has not taken '{path}': {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
