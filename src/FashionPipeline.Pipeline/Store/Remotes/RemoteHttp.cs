using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>
/// Asks servers, again where a fault may pass, never longer than <paramref name="options"/> allow. Redirects are followed here and not by
/// the library, as credentials must not go to another server than theirs.
/// </summary>
/// <param name="options">How patient it is.</param>
internal sealed class RemoteHttp(RemoteOptions options) : IDisposable
{
    private const int MostRedirects = 5;

    private readonly ServiceProvider services = Services(options);

    public void Dispose() => services.Dispose();

    /// <summary>Whether both addresses are of one server, which may get the same credentials.</summary>
    public static bool IsSameServer(Uri first, Uri second) =>
        Uri.Compare(first, second, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>
    /// Whether a server may send its client to another one: nobody can listen on the way, and no stranger learns of this machine.
    /// </summary>
    /// <param name="from">The server.</param>
    /// <param name="to">The other one.</param>
    public static bool MaySend(Uri from, Uri to) =>
        to.Scheme == Uri.UriSchemeHttps || (to.Scheme == Uri.UriSchemeHttp && to.IsLoopback && from.IsLoopback);

    /// <summary>The result of several requests, which together take no longer than the options allow.</summary>
    /// <param name="remote">Who is asked.</param>
    /// <param name="bytes">How many bytes are moved.</param>
    /// <param name="requests">The requests.</param>
    /// <exception cref="RemoteException">A request failed, or time was up.</exception>
    public T Within<T>(string remote, long bytes, Func<CancellationToken, Task<T>> requests)
    {
        var limit = options.TotalTime(Bounded(bytes));
        using var time = new CancellationTokenSource(limit);
        try
        {
            return Task.Run(() => requests(time.Token)).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            throw new RemoteException(FormattableString.Invariant($"{remote}: no whole answer within {limit.TotalSeconds:0.##} s"))
            {
                IsSilence = true,
            };
        }
    }

    /// <summary>An artifact's length, which somebody else stated, as one that this program can hold.</summary>
    public static long Bounded(long bytes) => Math.Clamp(bytes, 0, Array.MaxLength - 1);

    /// <summary>What the server answers, whatever it is, with its body or as much of it as was asked for.</summary>
    /// <exception cref="RemoteException">It cannot be reached, or does not answer as HTTP wants it.</exception>
    public async Task<HttpResponseMessage> SendAsync(RemoteRequest request, CancellationToken cancellationToken)
    {
        var address = request.Address;
        for (var redirects = 0; ; redirects++)
        {
            var answer = await AnswerAsync(request, address, cancellationToken);
            if (!IsRedirect(answer.StatusCode))
            {
                return answer;
            }

            address = Next(request, address, answer);
            if (redirects == MostRedirects)
            {
                throw new RemoteException(FormattableString.Invariant($"{request}: redirected more than {MostRedirects} times"));
            }
        }
    }

    /// <summary>The fault that an answer is.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="answer">What came back.</param>
    /// <param name="more">What else is known, behind a space; empty for nothing.</param>
    public static RemoteException Refused(RemoteRequest request, HttpResponseMessage answer, string more = "") =>
        new($"{request}: {Via(request, answer)}{Status(answer)}{more}{LaterThan(answer)}") { Status = answer.StatusCode };

    private static ServiceProvider Services(RemoteOptions options)
    {
        var collection = new ServiceCollection();
        var builder = collection.AddHttpClient(nameof(RemoteHttp), http => http.Timeout = Timeout.InfiniteTimeSpan);
        builder.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(options.ConnectSeconds),
        });
        builder.AddResilienceHandler("request", pipeline => Build(pipeline, options));
        builder.AddHttpMessageHandler(() => new BoundedBody());
        return collection.BuildServiceProvider();
    }

    private static void Build(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, RemoteOptions options)
    {
        if (options.Retries > 0)
        {
            var longest = TimeSpan.FromSeconds(options.LongestRetryAfterSeconds);
            pipeline.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromSeconds(options.RetryDelaySeconds),
                ShouldHandle = retry => ValueTask.FromResult(MayPass(retry.Outcome) && !(RetryAfter(retry.Outcome.Result) > longest)),
                DelayGenerator = retry => ValueTask.FromResult(RetryAfter(retry.Outcome.Result)),
            });
        }

        pipeline.AddTimeout(new TimeoutStrategyOptions
        {
            TimeoutGenerator = attempt => ValueTask.FromResult(options.AttemptTime(
                attempt.Context.GetRequestMessage()!.Options.TryGetValue(BoundedBody.MovedBytes, out var bytes) ? bytes : 0)),
        });
    }

    private static bool MayPass(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is not HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
        && HttpClientResiliencePredicates.IsTransient(outcome);

    private static TimeSpan? RetryAfter(HttpResponseMessage? answer) =>
        (answer?.Headers.RetryAfter?.Delta ?? answer?.Headers.RetryAfter?.Date - DateTimeOffset.UtcNow) is { } pause
            && pause > TimeSpan.Zero ? pause : null;

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    // What is sent is sent once more only where the server says that this is meant.
    private static Uri Next(RemoteRequest request, Uri address, HttpResponseMessage answer)
    {
        var isMeant = request.Method == HttpMethod.Get || request.Method == HttpMethod.Head
            || answer.StatusCode is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
        if (!isMeant || answer.Headers.Location is not { } location || !Uri.TryCreate(address, location, out var next))
        {
            throw Refused(request, answer, ", which does not say where to go on");
        }

        if (!MaySend(address, next))
        {
            throw Refused(request, answer, ", to an address that is not https");
        }

        return next;
    }

    private static string Via(RemoteRequest request, HttpResponseMessage answer) =>
        answer.RequestMessage?.RequestUri is { } last && !IsSameServer(last, request.Shown) ? $"{last.Authority} answered " : "";

    // Standard words, and not those of the server, which may say anything.
    private static string Status(HttpResponseMessage answer)
    {
        using var standard = new HttpResponseMessage(answer.StatusCode);
        return FormattableString.Invariant($"{(int)answer.StatusCode} {standard.ReasonPhrase}").TrimEnd();
    }

    private static string LaterThan(HttpResponseMessage answer) => RetryAfter(answer) is { } pause
        ? FormattableString.Invariant($"; it wants to be asked again in {Math.Ceiling(pause.TotalSeconds)} s") : "";

    private async Task<HttpResponseMessage> AnswerAsync(RemoteRequest request, Uri address, CancellationToken cancellationToken)
    {
        using var message = request.ToMessage(address);
        var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(RemoteHttp));
        try
        {
            return await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (TimeoutRejectedException fault)
        {
            throw new RemoteException(
                FormattableString.Invariant($"{request}: no whole answer within {fault.Timeout.TotalSeconds:0.##} s"))
            {
                IsSilence = true,
            };
        }
        catch (HttpRequestException fault)
        {
            // The library's own message may quote what the server sent.
            var reason = (fault.GetBaseException() as SocketException)?.Message;
            var what = fault.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => "the host's name cannot be resolved; is this machine offline?",
                HttpRequestError.ConnectionError => "no connection",
                HttpRequestError.SecureConnectionError => "no secure connection; is its certificate one that this machine trusts?",
                HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => "the answer is not HTTP",
                HttpRequestError.ConfigurationLimitExceeded => "the answer's head is too long",
                HttpRequestError.ResponseEnded => "the connection ended before the answer did",
                _ => "the connection broke",
            };
            throw new RemoteException($"{request}: {what}{(reason is null ? "" : $" ({reason})")}");
        }
    }
}
