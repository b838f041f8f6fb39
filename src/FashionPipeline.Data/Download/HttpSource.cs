using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace FashionPipeline.Data.Download;

/// <summary>Fetches a file over HTTP into a <c>.part</c> file, going on where a broken download ended.</summary>
internal sealed class HttpSource : IDisposable
{
    private const int BufferBytes = 1 << 16;
    private readonly DownloadOptions options;
    private readonly ServiceProvider services;
    private readonly HttpClient client;

    public HttpSource(DownloadOptions options)
    {
        this.options = options;
        var collection = new ServiceCollection();
        collection.AddHttpClient(nameof(HttpSource), http => http.Timeout = Timeout.InfiniteTimeSpan)
            .AddResilienceHandler("download", pipeline => pipeline
                .AddRetry(new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = Math.Max(options.Retries, 1),
                    ShouldHandle = arguments => ValueTask.FromResult(options.Retries > 0 && HttpClientResiliencePredicates.IsTransient(arguments.Outcome)),
                    BackoffType = DelayBackoffType.Exponential,
                    Delay = TimeSpan.FromSeconds(options.RetryDelaySeconds),
                })
                .AddTimeout(TimeSpan.FromSeconds(options.TimeoutSeconds)));
        services = collection.BuildServiceProvider();
        client = services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(HttpSource));
    }

    public void Dispose() => services.Dispose();

    /// <summary>Fetches <paramref name="file"/> into <paramref name="partPath"/>, whose bytes are asked for no more.</summary>
    /// <exception cref="SourceFault">The source did not give the file.</exception>
    public async Task FetchAsync(Uri address, DataFile file, string partPath, Action<long> progress, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await FetchOnceAsync(address, file, partPath, progress, cancellationToken);
                return;
            }
            catch (SourceFault fault) when (fault.InnerException is IOException or HttpRequestException or TimeoutException && attempt < options.Retries)
            {
                await Task.Delay(TimeSpan.FromSeconds(options.RetryDelaySeconds * (1 << attempt)), cancellationToken);
            }
        }
    }

    private async Task FetchOnceAsync(Uri address, DataFile file, string partPath, Action<long> progress, CancellationToken cancellationToken)
    {
        var have = File.Exists(partPath) ? new FileInfo(partPath).Length : 0;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (have > 0 && have < file.Bytes)
        {
            request.Headers.Range = new RangeHeaderValue(have, null);
        }

        using var response = await AnswerAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new SourceFault($"the server answered {(int)response.StatusCode} {response.ReasonPhrase}");
        }

        if (response.Content.Headers.ContentType?.MediaType == "text/html")
        {
            throw new SourceFault("the server sent an HTML page instead of the file (a log-in page or an error page)");
        }

        var resumes = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == have;
        await using var part = new FileStream(partPath, resumes ? FileMode.Append : FileMode.Create, FileAccess.Write);
        await CopyAsync(response, part, file, progress, cancellationToken);
        if (part.Length < file.Bytes)
        {
            var message = FormattableString.Invariant($"the body ended after {part.Length} of {file.Bytes} bytes");
            throw new SourceFault(message, new IOException(message));
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException fault)
        {
            throw new SourceFault($"no connection: {fault.Message}", null); // the handler has retried already
        }
        catch (Polly.Timeout.TimeoutRejectedException)
        {
            throw new SourceFault(FormattableString.Invariant($"no answer within {options.TimeoutSeconds} s"));
        }
    }

    private async Task CopyAsync(
        HttpResponseMessage response, FileStream part, DataFile file, Action<long> progress, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var stall = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var buffer = new byte[BufferBytes];
        try
        {
            while (true)
            {
                stall.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
                var read = await body.ReadAsync(buffer, stall.Token);
                if (read == 0)
                {
                    return;
                }

                await part.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                if (part.Length > file.Bytes)
                {
                    throw new SourceFault(FormattableString.Invariant($"the file is longer than the {file.Bytes} bytes that it should have"));
                }

                progress(part.Length);
            }
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            var message = FormattableString.Invariant($"the body stalled for {options.TimeoutSeconds} s after {part.Length} of {file.Bytes} bytes");
            throw new SourceFault(message, new TimeoutException(message, fault));
        }
        catch (Exception fault) when (fault is HttpRequestException or HttpIOException)
        {
            throw new SourceFault(FormattableString.Invariant($"the connection broke after {part.Length} of {file.Bytes} bytes ({fault.Message})"), fault);
        }
    }
}
