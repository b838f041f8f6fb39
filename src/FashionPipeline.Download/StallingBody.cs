using System.Diagnostics;

namespace FashionPipeline.Download;

/// <summary>The body of an answer, which may take as long as it likes but neither be silent nor trickle for longer than a limit.</summary>
/// <param name="body">The body.</param>
/// <param name="start">Bytes of the file that come before it.</param>
/// <param name="total">Bytes of the whole file.</param>
/// <param name="options">The limits.</param>
internal sealed class StallingBody(Stream body, long start, long total, DownloadOptions options) : IDisposable
{
    private readonly Stopwatch sinceCheck = Stopwatch.StartNew();
    private long received = start;
    private long receivedAtCheck = start;

    public void Dispose() => body.Dispose();

    /// <exception cref="SourceFault">Nothing came within the limit, or the connection broke.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var stall = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stall.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            var read = await body.ReadAsync(buffer, stall.Token);
            received += read;
            CheckRate();
            return read;
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SourceFault(
                FormattableString.Invariant(
                    $"the download stalled: nothing came for {options.TimeoutSeconds} s after {received} of {total} bytes"), fault)
            {
                MayPass = true,
            };
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new SourceFault(
                FormattableString.Invariant($"the connection broke after {received} of {total} bytes ({fault.Message})"), fault)
            {
                MayPass = true,
            };
        }
    }

    private void CheckRate()
    {
        var seconds = sinceCheck.Elapsed.TotalSeconds;
        if (seconds < options.RateSeconds)
        {
            return;
        }

        var came = received - receivedAtCheck;
        if (received < total && came < options.LowestBytesPerSecond * seconds)
        {
            throw new SourceFault(
                FormattableString.Invariant(
                    $"the download is too slow: {came} bytes came in {seconds:0} s, {received} of {total} are here"))
            {
                MayPass = true,
            };
        }

        sinceCheck.Restart();
        receivedAtCheck = received;
    }
}
