using FashionPipeline.Data;
using TorchSharp;

namespace FashionPipeline.Training.Native;

/// <summary>
/// Brings libtorch up. TorchSharp's native library asks for GLIBCXX_3.4.32, which Debian 12, Ubuntu 22.04 and RHEL 9 lack,
/// for one symbol that nothing uses; the library beside the program is therefore replaced, on Linux, by a copy that does not insist.
/// </summary>
public static class LibTorch
{
    private const string LibraryName = "libLibTorchSharp.so";
    private const string UnusedVersion = "GLIBCXX_3.4.32";

    private static readonly Lazy<bool> Loaded = new(LoadOnce);

    /// <summary>Loads libtorch, once in a process; call it before anything of TorchSharp.</summary>
    /// <exception cref="InputException">libtorch cannot be loaded on this machine.</exception>
    public static void Load() => _ = Loaded.Value;

    /// <summary>
    /// Replaces a library by a copy that does not insist on GLIBCXX_3.4.32. The file is renamed over, never written in
    /// place: it may be a hard link to the package cache's file, which stays as it is. Several processes may do so at once.
    /// </summary>
    /// <param name="path">The library beside the program.</param>
    /// <returns>Whether anything had to be changed.</returns>
    /// <exception cref="InvalidDataException">The library is not laid out as expected.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static bool Relax(string path)
    {
        var original = File.ReadAllBytes(path);
        var relaxed = SymbolVersions.Relax(original, UnusedVersion);
        if (relaxed.AsSpan().SequenceEqual(original))
        {
            return false;
        }

        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(temporary, relaxed);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
            }

            // A build compares time and size: with the original's it does not bring the original back.
            File.SetLastWriteTimeUtc(temporary, File.GetLastWriteTimeUtc(path));
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        return true;
    }

    private static bool LoadOnce()
    {
        var failure = OperatingSystem.IsLinux() ? RelaxBesideProgram() : null;
        try
        {
            torch.InitializeDeviceType(DeviceType.CPU);
            return true;
        }
        catch (Exception e) when (failure is not null)
        {
            throw new InputException(failure, e);
        }
        catch (Exception e) when (e is NotSupportedException or DllNotFoundException or TypeInitializationException)
        {
            throw new InputException(
                $"libtorch cannot be loaded from {AppContext.BaseDirectory}.\nIt is there for linux-x64, osx-arm64 and win-x64; this is "
                + $"{System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}.\nTo see the loader's own words, add --verbosity diagnostic.",
                e);
        }
    }

    private static string? RelaxBesideProgram()
    {
        string[] places = [Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native"), AppContext.BaseDirectory];
        foreach (var path in places.Select(place => Path.Combine(place, LibraryName)).Where(File.Exists))
        {
            try
            {
                Relax(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return $"{path} needs {UnusedVersion}, which this system's libstdc++ lacks, and cannot be replaced by a copy that does not: {e.Message}\n"
                    + "Make the folder writable and run once more, or use a system with GCC 13's libstdc++ or newer.";
            }
        }

        return null;
    }
}
