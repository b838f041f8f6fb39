namespace FashionPipeline.Foundation.Files;

/// <summary>Reads files that somebody named, and that may be anything: a device without an end, a pipe that nobody writes to.</summary>
public static class BoundedFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The whole text of a file (UTF-8).</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="mostBytes">How long it may be.</param>
    /// <exception cref="IOException">It cannot be read, is longer, or gives nothing.</exception>
    public static string ReadText(string path, int mostBytes)
    {
        try
        {
            return Task.Run(() => Read(path, mostBytes)).WaitAsync(Patience).GetAwaiter().GetResult();
        }
        catch (TimeoutException)
        {
            throw new IOException($"It gives nothing for {Patience.TotalSeconds} s: is it a pipe?");
        }
    }

    private static string Read(string path, int mostBytes)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var bytes = new byte[mostBytes + 1];
        var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > mostBytes)
        {
            throw new IOException($"It is longer than {mostBytes} bytes, the most that is read.");
        }

        using var text = new StreamReader(new MemoryStream(bytes, 0, length));
        return text.ReadToEnd();
    }
}
