using System.Diagnostics;

namespace FashionPipeline.Tests.Build;

/// <summary>One run of a script, as a user starts it.</summary>
internal sealed record ScriptRun(int ExitCode, string Output, string Errors)
{
    // No test waits that long; a run that hangs ends here, with all that it started.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    public static async Task<ScriptRun> Of(
        string script, string folder, IEnumerable<string> args, Action<IDictionary<string, string?>>? environment = null)
    {
        var start = new ProcessStartInfo(script, args)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        environment?.Invoke(start.Environment);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
