using Parquet;

namespace FashionPipeline.Data.Parquet;

/// <summary>Reads Parquet files that may be anything. On some damaged ones Parquet.Net does not come to an end.</summary>
public static class ParquetFile
{
    private const int BytesPerSecond = 1_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Reads a file, within ten seconds and a second for each megabyte.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="read">Takes what it wants from the opened file.</param>
    /// <exception cref="InvalidDataException">It takes longer.</exception>
    public static T Read<T>(byte[] file, Func<ParquetReader, Task<T>> read)
    {
        var patience = Patience + TimeSpan.FromSeconds(file.Length / BytesPerSecond);
        try
        {
            return Task.Run(ReadAsync).WaitAsync(patience).GetAwaiter().GetResult();
        }
        catch (TimeoutException)
        {
            throw new InvalidDataException($"it is not read within {patience.TotalSeconds} s");
        }

        async Task<T> ReadAsync()
        {
            await using var reader = await ParquetReader.CreateAsync(new MemoryStream(file));
            return await read(reader);
        }
    }
}
