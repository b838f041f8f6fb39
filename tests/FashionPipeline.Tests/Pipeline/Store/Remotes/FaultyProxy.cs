using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace FashionPipeline.Tests.Pipeline.Store.Remotes;

/// <summary>
/// Stands between a client and an HTTP server, both on this machine, and lets go wrong what can: which requests, and how, is drawn by a
/// seed. Each connection carries one request.
/// </summary>
internal sealed partial class FaultyProxy : IDisposable
{
    private static readonly ProxyFault[] All = Enum.GetValues<ProxyFault>();

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly TcpListener stranger = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<ProxyFault, int> injected = new();
    private readonly IPEndPoint server;
    private readonly Random random;

    /// <param name="server">Host and port of the server.</param>
    /// <param name="seed">Decides which faults come.</param>
    public FaultyProxy(string server, int seed)
    {
        this.server = IPEndPoint.Parse(server);
        random = new Random(seed);
        listener.Start();
        stranger.Start();
        _ = ServeAsync(listener, AnswerAsync);
        _ = ServeAsync(stranger, AnswerAsStrangerAsync);
    }

    /// <summary>Host and port that a client asks in place of the server's.</summary>
    public string Authority => AuthorityOf(listener);

    /// <summary>The share of requests that a fault is injected into, from 0 to 1.</summary>
    public double Share { get; set; }

    /// <summary>The faults that are injected.</summary>
    public IReadOnlyList<ProxyFault> Faults { get; set; } = All;

    /// <summary>Requests that are answered with 405, by their heads.</summary>
    public Func<string, bool> Refuses { get; init; } = _ => false;

    /// <summary>How often each fault was injected.</summary>
    public IReadOnlyDictionary<ProxyFault, int> Injected => injected;

    /// <summary>The head of each request.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>The head of each request to the server that clients were redirected to.</summary>
    public ConcurrentQueue<string> Elsewhere { get; } = [];

    public void Dispose()
    {
        stopping.Cancel();
        listener.Dispose();
        stranger.Dispose();
    }

    private static string AuthorityOf(TcpListener listener) =>
        $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}";

    private async Task ServeAsync(TcpListener served, Func<TcpClient, Task> answer)
    {
        while (!stopping.IsCancellationRequested)
        {
            _ = AnswerOneAsync(await served.AcceptTcpClientAsync(stopping.Token), answer);
        }
    }

    private static async Task AnswerOneAsync(TcpClient client, Func<TcpClient, Task> answer)
    {
        using (client)
        {
            try
            {
                await answer(client);
            }
            catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException)
            {
                // The client went, which is its right.
            }
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        var connection = client.GetStream();
        var (head, body) = await ReadRequestAsync(connection);
        if (head.Length == 0)
        {
            return;
        }

        Requests.Enqueue(head);
        if (Refuses(head))
        {
            await SendAsync(connection, "405 Method Not Allowed");
            return;
        }

        if (Draw() is { } fault)
        {
            injected.AddOrUpdate(fault, 1, (_, count) => count + 1);
            await InjectAsync(fault, client, head, body);
            return;
        }

        await connection.WriteAsync(await AskAsync(head, body), stopping.Token);
    }

    private async Task AnswerAsStrangerAsync(TcpClient client)
    {
        var connection = client.GetStream();
        Elsewhere.Enqueue((await ReadRequestAsync(connection)).Head);
        await SendAsync(connection, "200 OK", body: Garbage(Next(300)));
    }

    private ProxyFault? Draw()
    {
        lock (random)
        {
            return random.NextDouble() < Share ? Faults[random.Next(Faults.Count)] : null;
        }
    }

    private int Next(int end)
    {
        lock (random)
        {
            return random.Next(end);
        }
    }

    private byte[] Garbage(int length)
    {
        var bytes = new byte[length];
        lock (random)
        {
            random.NextBytes(bytes);
        }

        return bytes;
    }

    private async Task InjectAsync(ProxyFault fault, TcpClient client, string head, byte[] body)
    {
        var connection = client.GetStream();
        switch (fault)
        {
            case ProxyFault.ServerError:
                await SendAsync(connection, "500 Internal Server Error");
                break;
            case ProxyFault.TooManyRequests:
                await SendAsync(connection, "429 Too Many Requests", Next(2) == 0 ? "Retry-After: 0\r\n" : "Retry-After: 3600\r\n");
                break;
            case ProxyFault.NotFound:
                await SendAsync(connection, "404 Not Found");
                break;
            case ProxyFault.Unauthorized:
                string[] challenges = ["", "WWW-Authenticate: Basic realm=\"tests\"\r\n", "WWW-Authenticate: Bearer realm=\"nowhere\"\r\n"];
                await SendAsync(connection, "401 Unauthorized", challenges[Next(challenges.Length)]);
                break;
            case ProxyFault.Forbidden:
                await SendAsync(connection, "403 Forbidden");
                break;
            case ProxyFault.Redirect:
                await SendAsync(connection, "307 Temporary Redirect", $"Location: http://{AuthorityOf(stranger)}/anything\r\n");
                break;
            case ProxyFault.Garbage:
                await connection.WriteAsync(Garbage(1 + Next(300)), stopping.Token);
                break;
            case ProxyFault.Reset:
                if (Next(2) == 0)
                {
                    await connection.WriteAsync(Half(await AskAsync(head, body)), stopping.Token);
                }

                client.Client.Close(timeout: 0);
                break;
            case ProxyFault.Stall:
                await connection.WriteAsync(Half(await AskAsync(head, body)), stopping.Token);
                await UntilItLeavesAsync(connection);
                break;
            case ProxyFault.SlowDrip:
                foreach (var value in await AskAsync(head, body))
                {
                    await connection.WriteAsync(new[] { value }, stopping.Token);
                    await Task.Delay(20, stopping.Token);
                }

                break;
            case ProxyFault.Truncated:
                await connection.WriteAsync(Half(await AskAsync(head, body)), stopping.Token);
                break;
            case ProxyFault.FlippedBit:
                await connection.WriteAsync(Flipped(await AskAsync(head, body)), stopping.Token);
                break;
            case ProxyFault.LongerBody:
                await connection.WriteAsync(Longer(await AskAsync(head, body)), stopping.Token);
                break;
        }
    }

    // A fault of the body, where there is one.
    private byte[] Half(byte[] answer) => answer[..Place(answer)];

    private byte[] Flipped(byte[] answer)
    {
        answer[Place(answer)] ^= (byte)(1 << Next(8));
        return answer;
    }

    private byte[] Longer(byte[] answer)
    {
        var more = Garbage(1 + Next(10_000));
        var body = BodyStart(answer);
        var head = Length().Replace(Encoding.Latin1.GetString(answer[..body]), length => "Content-Length: "
            + (int.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture) + more.Length).ToString(CultureInfo.InvariantCulture));
        return [.. Encoding.Latin1.GetBytes(head), .. answer[body..], .. more];
    }

    private int Place(byte[] answer) => BodyStart(answer) is var body && body < answer.Length
        ? body + Next(answer.Length - body) : Next(answer.Length);

    private static int BodyStart(byte[] answer) => answer.AsSpan().IndexOf("\r\n\r\n"u8) + 4;

    private async Task<byte[]> AskAsync(string head, byte[] body)
    {
        using var upstream = new TcpClient();
        await upstream.ConnectAsync(server, stopping.Token);
        var connection = upstream.GetStream();
        await connection.WriteAsync(Encoding.Latin1.GetBytes(head[..^2] + "Connection: close\r\n\r\n"), stopping.Token);
        await connection.WriteAsync(body, stopping.Token);
        using var answer = new MemoryStream();
        await connection.CopyToAsync(answer, stopping.Token);
        return answer.ToArray();
    }

    private async Task UntilItLeavesAsync(Stream connection)
    {
        var buffer = new byte[1024];
        while (await connection.ReadAsync(buffer, stopping.Token) > 0)
        {
        }
    }

    private async Task SendAsync(Stream connection, string status, string headers = "", byte[]? body = null)
    {
        var length = (body?.Length ?? 0).ToString(CultureInfo.InvariantCulture);
        await connection.WriteAsync(
            Encoding.Latin1.GetBytes($"HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n"), stopping.Token);
        await connection.WriteAsync(body ?? [], stopping.Token);
    }

    // The head as far as the empty line, and the body that it announces; an empty head where the client has gone.
    private async Task<(string Head, byte[] Body)> ReadRequestAsync(Stream connection)
    {
        using var read = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int count; (count = await connection.ReadAsync(buffer, stopping.Token)) > 0;)
        {
            read.Write(buffer, 0, count);
            var start = BodyStart(read.ToArray());
            if (start < 4)
            {
                continue;
            }

            var bytes = read.ToArray();
            var head = Encoding.Latin1.GetString(bytes[..start]);
            var length = Length().Match(head) is { Success: true } match
                ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
            var body = new byte[length];
            bytes[start..].CopyTo(body, 0);
            await connection.ReadExactlyAsync(body.AsMemory(bytes.Length - start), stopping.Token);
            return (head, body);
        }

        return ("", []);
    }

    [GeneratedRegex(@"Content-Length: (\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex Length();
}
