using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FashionPipeline.Tests.Download;

/// <summary>A real HTTP server on this machine that answers each request as the test has said, the last answer again and again.</summary>
internal sealed class FaultyServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<Func<string, Stream, Task>> answers;
    private readonly CancellationTokenSource stopping = new();

    /// <param name="answers">What is done with each request's head and connection, in order.</param>
    public FaultyServer(params Func<string, Stream, Task>[] answers)
    {
        this.answers = new(answers);
        listener.Start();
        _ = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}/data/");

    /// <summary>The head of each request.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public static Func<string, Stream, Task> Status(int code, string reason = "Reason") =>
        (_, connection) => SendAsync(connection, $"{code} {reason}", [], "application/octet-stream");

    /// <summary>Answers with a status line's rest, lines of the head that each end a line, and a body.</summary>
    public static Func<string, Stream, Task> Answer(string status, string headers = "", byte[]? body = null) =>
        (_, connection) => SendAsync(connection, status, body ?? [], "application/octet-stream", headers);

    public static Func<string, Stream, Task> Html => (_, connection) =>
        SendAsync(connection, "200 OK", "<html>Log in</html>"u8.ToArray(), "text/html");

    public static Func<string, Stream, Task> Body(byte[] bytes) => (head, connection) =>
    {
        var range = head.Split('\n').FirstOrDefault(line => line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase));
        if (range is null)
        {
            return SendAsync(connection, "200 OK", bytes, "application/gzip");
        }

        var from = int.Parse(range.Split('=')[1].Trim().TrimEnd('-'), CultureInfo.InvariantCulture);
        var part = $"Content-Range: bytes {from}-{bytes.Length - 1}/{bytes.Length}\r\n";
        return SendAsync(connection, "206 Partial Content", bytes[from..], "application/gzip", part);
    };

    /// <summary>Answers with the file from a place on, whatever was asked for, and closes the connection after some of it.</summary>
    public static Func<string, Stream, Task> Part(byte[] bytes, int from, int sent = int.MaxValue) => (_, connection) => WriteAsync(
        connection,
        $"HTTP/1.1 206 Partial Content\r\nContent-Type: application/gzip\r\nContent-Length: {bytes.Length - from}\r\n"
            + $"Content-Range: bytes {from}-{bytes.Length - 1}/{bytes.Length}\r\nConnection: close\r\n\r\n",
        bytes[from..Math.Min(bytes.Length, (int)Math.Min(int.MaxValue, (long)from + sent))]);

    public static Func<string, Stream, Task> Redirect(string location) => (_, connection) =>
        SendAsync(connection, "302 Found", [], "text/plain", $"Location: {location}\r\n");

    /// <summary>Promises all bytes and sends one every now and then.</summary>
    public Func<string, Stream, Task> Trickling(byte[] bytes) => async (head, connection) =>
    {
        await Truncated(bytes, 1)(head, connection);
        foreach (var value in bytes)
        {
            await Task.Delay(20, stopping.Token);
            await connection.WriteAsync(new[] { value }, stopping.Token);
        }
    };

    /// <summary>Promises all bytes, sends a part and closes the connection.</summary>
    public static Func<string, Stream, Task> Truncated(byte[] bytes, int sent) => (_, connection) =>
        WriteAsync(
            connection, $"HTTP/1.1 200 OK\r\nContent-Type: application/gzip\r\nContent-Length: {bytes.Length}\r\n\r\n", bytes[..sent]);

    /// <summary>Sends the bytes without a word about how many there are.</summary>
    public static Func<string, Stream, Task> WithoutLength(byte[] bytes) => (_, connection) =>
        WriteAsync(connection, "HTTP/1.1 200 OK\r\nContent-Type: application/gzip\r\nConnection: close\r\n\r\n", bytes);

    /// <summary>Promises all bytes, sends a part and resets the connection.</summary>
    public static Func<string, Stream, Task> Reset(byte[] bytes, int sent) => async (head, connection) =>
    {
        await Truncated(bytes, sent)(head, connection);
        ((NetworkStream)connection).Socket.Close(timeout: 0);
    };

    /// <summary>Promises all bytes, sends a part and then nothing more.</summary>
    public Func<string, Stream, Task> Stalled(byte[] bytes, int sent) => async (head, connection) =>
    {
        await Truncated(bytes, sent)(head, connection);
        await Task.Delay(Timeout.Infinite, stopping.Token);
    };

    public void Enqueue(Func<string, Stream, Task> answer) => answers.Enqueue(answer);

    public void Dispose()
    {
        stopping.Cancel();
        listener.Dispose();
        stopping.Dispose();
    }

    private static Task SendAsync(Stream connection, string status, byte[] body, string type, string headers = "") =>
        WriteAsync(
            connection,
            $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{headers}\r\n",
            body);

    private static async Task WriteAsync(Stream connection, string head, byte[] body)
    {
        await connection.WriteAsync(Encoding.ASCII.GetBytes(head));
        await connection.WriteAsync(body);
        await connection.FlushAsync();
    }

    private async Task ServeAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            _ = AnswerAsync(await listener.AcceptTcpClientAsync(stopping.Token));
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            var connection = client.GetStream();
            var head = new StringBuilder();
            var buffer = new byte[1024];
            while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
            {
                var read = await connection.ReadAsync(buffer, stopping.Token);
                if (read == 0)
                {
                    return;
                }

                head.Append(Encoding.ASCII.GetString(buffer, 0, read));
            }

            Requests.Enqueue(head.ToString());
            var last = answers.Count == 1;
            if ((last ? answers.TryPeek(out var answer) : answers.TryDequeue(out answer)) && answer is not null)
            {
                await answer(head.ToString(), connection);
            }
        }
    }
}
