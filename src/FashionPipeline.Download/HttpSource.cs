using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace FashionPipeline.Download;

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

        // The time limit is for the answer alone: a body may take long, it may only not stall.
        collection.AddHttpClient(nameof(HttpSource), http => http.Timeout = Timeout.InfiniteTimeSpan)
            .AddResilienceHandler("answer", pipeline => pipeline.AddTimeout(TimeSpan.FromSeconds(options.TimeoutSeconds)));
        services = collection.BuildServiceProvider();
        client = services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(HttpSource));
    }

    public void Dispose() => services.Dispose();

    /// <summary>
    /// Fetches <paramref name="file"/> into <paramref name="partPath"/>; the bytes that are there are not asked for again.
    /// <paramref name="report"/> is told the bytes that are here and, before a retry, what went wrong.
    /// </summary>
    /// <exception cref="SourceFault">The source did not give the file.</exception>
    public async Task FetchAsync(
        Uri address, RemoteFile file, string partPath, Action<long, string?> report, CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = LengthOf(partPath);
            try
            {
                await Retrying(report)
                    .ExecuteAsync(async token => await FetchOnceAsync(address, file, partPath, report, token), cancellationToken);
                return;
            }
            catch (SourceFault fault) when (fault.MayPass && options.Retries > 0 && LengthOf(partPath) >= before + BufferBytes)
            {
                report(LengthOf(partPath), $"{fault.Message}; as bytes came, it is tried again");
            }
        }
    }

    /// <summary>All bytes of a file of which nothing is known; null where the server has no such file.</summary>
    /// <exception cref="SourceFault">The source did not give it.</exception>
    public async Task<byte[]?> FetchUnknownAsync(Uri address, CancellationToken cancellationToken) =>
        await Retrying((_, _) => { }).ExecuteAsync(async token =>
        {
            using var response = await AnswerAsync(new HttpRequestMessage(HttpMethod.Get, address), token);
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Forbidden)
            {
                return null;
            }

            CheckStatus(response, 0);
            var expected = response.Content.Headers.ContentLength ?? Array.MaxLength;
            if (expected > Array.MaxLength)
            {
                throw new SourceFault(FormattableString.Invariant($"it has {expected} bytes; expected {Array.MaxLength} at most"));
            }

            using var body = new StallingBody(await response.Content.ReadAsStreamAsync(token), 0, expected, options);
            using var content = new MemoryStream();
            var buffer = new byte[BufferBytes];
            for (int read; (read = await body.ReadAsync(buffer, token)) > 0;)
            {
                if (content.Length + read > expected)
                {
                    throw new SourceFault(FormattableString.Invariant($"it is longer than {expected} bytes"));
                }

                content.Write(buffer, 0, read);
            }

            CheckContent(response, content.GetBuffer().AsSpan(0, (int)content.Length), expected);
            return content.ToArray();
        }, cancellationToken);

    private static long LengthOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private ResiliencePipeline Retrying(Action<long, string?> report)
    {
        if (options.Retries == 0)
        {
            return ResiliencePipeline.Empty;
        }

        return new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<SourceFault>(fault => fault.MayPass),
            MaxRetryAttempts = options.Retries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromSeconds(options.RetryDelaySeconds),
            OnRetry = retry =>
            {
                var number = FormattableString.Invariant($"retry {retry.AttemptNumber + 1} of {options.Retries}");
                var pause = FormattableString.Invariant($"{retry.RetryDelay.TotalSeconds:0.#} s");
                report(0, $"{retry.Outcome.Exception?.Message}; {number} in {pause}");
                return ValueTask.CompletedTask;
            },
        }).Build();
    }

    private async Task FetchOnceAsync(
        Uri address, RemoteFile file, string partPath, Action<long, string?> report, CancellationToken cancellationToken)
    {
        var have = LengthOf(partPath);
        if (have == file.Bytes)
        {
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (have > 0 && have < file.Bytes)
        {
            request.Headers.Range = new RangeHeaderValue(have, null);
        }

        using var response = await AnswerAsync(request, cancellationToken);
        if (request.Headers.Range is not null && IsOfOtherRange(response, have))
        {
            File.Delete(partPath);
            report(0, "the server cannot go on from what is here; the file is fetched from its start");
            await FetchOnceAsync(address, file, partPath, report, cancellationToken);
            return;
        }

        CheckStatus(response, have);
        if (response.RequestMessage?.RequestUri is { } final && final.Host != address.Host)
        {
            report(have, $"redirected to {final.GetLeftPart(UriPartial.Authority)}");
        }

        var resumes = response.StatusCode == HttpStatusCode.PartialContent;
        var start = resumes ? have : 0;
        using var body = new StallingBody(
            await response.Content.ReadAsStreamAsync(cancellationToken), start, file.Bytes, options);
        var buffer = new byte[BufferBytes];
        var read = await body.ReadAsync(buffer, cancellationToken);
        CheckContent(response, buffer.AsSpan(0, read), file.Bytes - start);

        // Nothing of what is there is given up before the server has shown that it has the file.
        await using var part = new FileStream(partPath, resumes ? FileMode.Append : FileMode.Create, FileAccess.Write);
        while (read > 0)
        {
            if (part.Position + read > file.Bytes)
            {
                throw new SourceFault(FormattableString.Invariant($"the file is longer than the {file.Bytes} bytes that it should have"));
            }

            await part.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            report(part.Position, null);
            read = await body.ReadAsync(buffer, cancellationToken);
        }

        if (part.Position < file.Bytes)
        {
            throw new SourceFault(
                FormattableString.Invariant($"the body ended after {part.Position} of {file.Bytes} bytes")) { MayPass = true };
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (TimeoutRejectedException fault)
        {
            throw new SourceFault(FormattableString.Invariant($"no answer within {options.TimeoutSeconds} s"), fault) { MayPass = true };
        }
        catch (Exception fault) when (fault is UriFormatException or InvalidOperationException)
        {
            throw new SourceFault($"the server redirects to an address that is none ({fault.Message})", fault);
        }
        catch (HttpRequestException fault)
        {
            var what = fault.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => "the host's name cannot be resolved; is this machine offline?",
                HttpRequestError.ConnectionError => "no connection",
                HttpRequestError.SecureConnectionError => "no secure connection",
                _ => "the connection broke before an answer",
            };
            throw new SourceFault($"{what} ({fault.GetBaseException().Message})", fault)
            {
                MayPass = fault.HttpRequestError != HttpRequestError.SecureConnectionError,
            };
        }
    }

    private static bool IsOfOtherRange(HttpResponseMessage response, long have) =>
        response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable
        || (response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From != have);

    private static void CheckStatus(HttpResponseMessage response, long have)
    {
        var status = (int)response.StatusCode;
        if (!response.IsSuccessStatusCode)
        {
            throw new SourceFault($"the server answered {status} {response.ReasonPhrase}".TrimEnd())
            {
                MayPass = status is 408 or 429 or >= 500,
            };
        }

        if (response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From != have)
        {
            throw new SourceFault("the server sent another part of the file than the one that was asked for");
        }
    }

    private static void CheckContent(HttpResponseMessage response, ReadOnlySpan<byte> start, long expected)
    {
        if (response.Content.Headers.ContentType?.MediaType == "text/html" || IsHtml(start))
        {
            throw new SourceFault("the server sent an HTML page instead of the file (a log-in page or an error page)");
        }

        if (response.Content.Headers.ContentLength is { } length && length != expected)
        {
            throw new SourceFault(FormattableString.Invariant($"wrong length: the server offers {length} bytes, expected {expected}"));
        }
    }

    private static bool IsHtml(ReadOnlySpan<byte> start)
    {
        var text = Encoding.Latin1.GetString(start[..Math.Min(start.Length, 256)]).TrimStart();
        return text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
