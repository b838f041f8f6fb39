using System.Diagnostics;
using System.Runtime.InteropServices;
using FashionPipeline.Foundation.Files;

namespace Build;

/// <summary>
/// Ends the program at once on Ctrl-C and SIGTERM. The store can be left at any moment; what is being written is removed, the terminal gets
/// its cursor back, and the system's own handling follows, so that the exit code is that of the signal (130, 143).
/// </summary>
internal static class Interruption
{
    // And begins a line: live bars, or the terminal's own ^C, may have left the cursor anywhere in one.
    private const string ShowCursor = "\e[?25h\r\e[K";

    /// <summary>Watches until it is disposed of.</summary>
    public static IDisposable Watch() => new Registrations(
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop));

    /// <summary>Ends a process, and those that it started, when this one is told to: SIGTERM, unlike Ctrl-C, reaches no group.</summary>
    public static IDisposable EndWithThis(Process process) =>
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => process.Kill(entireProcessTree: true));

    /// <summary>Ends a process with this one, on Ctrl-C, too, and then does what is left to do.</summary>
    public static IDisposable EndWithThis(Process process, Action afterwards)
    {
        return new Registrations(
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, End), PosixSignalRegistration.Create(PosixSignal.SIGINT, End));

        void End(PosixSignalContext signal)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            afterwards();
        }
    }

    private static void Stop(PosixSignalContext context)
    {
        AtomicFile.Abandon();
        if (!Console.IsOutputRedirected)
        {
            Console.Write(ShowCursor);
        }

        Console.Error.WriteLine("Stopped. What is finished is kept; type the same command again to go on from there.");
    }

    private sealed record Registrations(params IDisposable[] All) : IDisposable
    {
        public void Dispose() => Array.ForEach(All, registration => registration.Dispose());
    }
}
