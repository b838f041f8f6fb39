namespace FashionPipeline.Download;

/// <summary>The body of an answer, which may take as long as it likes but not be silent for longer than a limit.</summary>
/// <param name="body">The body.</param>
/// <param name="start">Bytes of the file that come before it.</param>
/// <param name="total">Bytes of the whole file.</param>
/// <param name="timeoutSeconds">The limit.</param>
internal sealed class StallingBody(Stream body, long start, long total, double timeoutSeconds) : IDisposable
{
    private long received = start;

    public void Dispose() => body.Dispose();

    /// <exception cref="SourceFault">Nothing came within the limit, or the connection broke.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var stall = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stall.CancelAfter(TimeSpan.FromSeconds(timeoutSeconds));
        try
        {
            var read = await body.ReadAsync(buffer, stall.Token);
            received += read;
            return read;
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SourceFault(
                FormattableString.Invariant($"the download stalled: nothing came for {timeoutSeconds} s after {received} of {total} bytes"), fault) { MayPass = true };
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new SourceFault(
                FormattableString.Invariant($"the connection broke after {received} of {total} bytes ({fault.Message})"), fault) { MayPass = true };
        }
    }
}
