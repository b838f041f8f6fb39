using System.Runtime.InteropServices;
using FashionPipeline.Foundation.Diagnostics;
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
        byte[] relaxed;
        try
        {
            relaxed = SymbolVersions.Relax(original, UnusedVersion);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }

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
        string[] places = [Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native"), AppContext.BaseDirectory];
        if (OperatingSystem.IsLinux() && Array.Find(places, place => File.Exists(Path.Combine(place, LibraryName))) is { } folder)
        {
            LoadFrom(folder);
        }

        try
        {
            torch.InitializeDeviceType(DeviceType.CPU);
            FreedMemory.Keep();
            return true;
        }
        catch (Exception e) when (e is NotSupportedException or DllNotFoundException or TypeInitializationException)
        {
            throw new InputException(
                $"libtorch cannot be loaded from {AppContext.BaseDirectory}.\nIt is there for linux-x64, osx-arm64 and win-x64; this is "
                + $"{RuntimeInformation.RuntimeIdentifier}.\nTo see the loader's own words, show the cause of this error.",
                e) { Remedy = Remedy.ShowCause };
        }
    }

    /// <summary>
    /// Loads the two libraries before TorchSharp does: where that fails, it would copy half a gigabyte beside the program and try again.
    /// </summary>
    private static void LoadFrom(string folder)
    {
        var path = Path.Combine(folder, LibraryName);
        var hint = "Build once more, so that libtorch lies beside the program.";
        try
        {
            Relax(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            hint = $"It was to be replaced by a copy that does without {UnusedVersion}, but: {e.Message}\n"
                + "Make the folder writable and run once more, or use a system with GCC 13's libstdc++ or newer.";
        }

        try
        {
            NativeLibrary.Load(Path.Combine(folder, "libtorch_cpu.so"));
            NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new InputException($"{path} cannot be loaded: {e.Message.ReplaceLineEndings(" ")}\n{hint}", e);
        }
    }
}
