using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FashionPipeline.Tests.Pipeline.Store.Remotes;

/// <summary>A server's program, started on a free port of this machine with a folder of its own, and stopped with the test.</summary>
internal sealed class LocalServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly StringBuilder output = new();

    private LocalServer(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>A port on which nothing listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts a program and waits until it listens; skips the test where there is no such program.</summary>
    /// <param name="program">Name of the program.</param>
    /// <param name="package">Debian's package that has it.</param>
    /// <param name="folder">Folder in which it is started.</param>
    /// <param name="port">Where it will listen.</param>
    /// <param name="args">Its arguments.</param>
    public static LocalServer Start(string program, string package, string folder, int port, params string[] args)
    {
        // Where servers lie is not in everybody's PATH.
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin")
            .Select(one => Path.Combine(one, program)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"No {program}: install Debian's package {package}.");
        var server = new LocalServer(Process.Start(new ProcessStartInfo(path, args)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
        server.WaitFor(port, program);
        return server;
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private void WaitFor(int port, string program)
    {
        for (var watch = Stopwatch.StartNew(); ; Thread.Sleep(10))
        {
            try
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (!process.HasExited && watch.Elapsed < Patience)
            {
            }
            catch (SocketException)
            {
                Dispose();
                lock (output)
                {
                    throw new InvalidOperationException(
                        $"{program} does not listen on port {port.ToString(CultureInfo.InvariantCulture)}:\n{output}");
                }
            }
        }
    }

    private void Note(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }
}
