using System.Globalization;
using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace FashionPipeline.Data.Parquet;

/// <summary>
/// Labelled images as a Parquet file, one row an image: <c>index</c> (int32), <c>label</c> (uint8), <c>label_name</c> (string) and
/// <c>pixels</c> (binary, height·width bytes). Shape, scale, label names and the digests of the files that the images come from
/// are in the file's metadata. The same images give the same bytes.
/// </summary>
public static class ImageParquet
{
    private static readonly DataField<int> Index = new("index");
    private static readonly DataField<byte> Label = new("label");
    private static readonly DataField<string> LabelName = new("label_name", false);

    // One binary value an image: any engine reads it, and it packs better than a list, which repeats a level for each pixel.
    private static readonly DataField<ReadOnlyMemory<byte>> Pixels = new("pixels");

    /// <summary>Writes images.</summary>
    /// <param name="images">What to write; at least one image.</param>
    /// <param name="labelNames">Name of each class.</param>
    /// <param name="sources">SHA-256 of each file that the images come from, by file name; empty for generated images.</param>
    /// <param name="destination">Where to; is left open.</param>
    public static async Task WriteAsync(
        LabelledImages images, IReadOnlyList<string> labelNames, IReadOnlyDictionary<string, string> sources, Stream destination)
    {
        using var file = new MemoryStream(); // Parquet.Net writes to streams that can tell their position.
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Brotli, CompressionLevel = CompressionLevel.Optimal };
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(Index, Label, LabelName, Pixels), file, options))
        {
            writer.CustomMetadata = Metadata(images, labelNames, sources);
            using var rows = writer.CreateRowGroup();
            int[] indexes = [.. Enumerable.Range(0, images.Count)];
            await rows.WriteAsync<int>(Index, indexes);
            await rows.WriteAsync<byte>(Label, images.Labels);
            await rows.WriteAsync(LabelName, Array.ConvertAll(images.Labels, label => labelNames[label]));
            await rows.WriteAsync<ReadOnlyMemory<byte>>(Pixels, Array.ConvertAll(indexes, index => (ReadOnlyMemory<byte>)images.Pixels.AsMemory(index * images.PixelsPerImage, images.PixelsPerImage)));
        }

        file.Position = 0;
        await file.CopyToAsync(destination);
    }

    /// <summary>Reads what <see cref="WriteAsync"/> wrote.</summary>
    /// <param name="source">The file, from its start; must be seekable; is left open.</param>
    /// <exception cref="InputException">It is no such file, or is damaged.</exception>
    public static async Task<LabelledImages> ReadAsync(Stream source)
    {
        try
        {
            await using var reader = await ParquetReader.CreateAsync(source, leaveStreamOpen: true);
            var (height, width) = Shape(reader.CustomMetadata["shape"]);
            using var rows = reader.OpenRowGroupReader(0);
            var count = checked((int)rows.RowCount);
            var labels = new byte[count];
            var values = new ReadOnlyMemory<byte>[count];
            await rows.ReadAsync<byte>(reader.Schema.FindDataField(Label.Name), labels);
            await rows.ReadAsync<ReadOnlyMemory<byte>>(reader.Schema.FindDataField(Pixels.Name), values);
            var pixels = new byte[count * height * width];
            for (var i = 0; i < count; i++)
            {
                if (values[i].Length != height * width)
                {
                    throw new InvalidDataException($"image {i} has {values[i].Length} pixels instead of {height * width}");
                }

                values[i].CopyTo(pixels.AsMemory(i * height * width));
            }

            return new LabelledImages { Height = height, Width = width, Pixels = pixels, Labels = labels };
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw new InputException(
                $"The Parquet file with the images cannot be read: {fault.Message}\nMake it again: ./build.sh --target Clean, then --target Preprocess", fault);
        }
    }

    private static Dictionary<string, string> Metadata(
        LabelledImages images, IReadOnlyList<string> labelNames, IReadOnlyDictionary<string, string> sources)
    {
        var metadata = new Dictionary<string, string>
        {
            ["shape"] = string.Create(CultureInfo.InvariantCulture, $"{images.Height}x{images.Width}"),
            ["scale"] = "0..255",
            ["label_names"] = string.Join('\n', labelNames),
        };
        foreach (var (name, sha256) in sources.OrderBy(source => source.Key, StringComparer.Ordinal))
        {
            metadata[$"source.{name}"] = sha256;
        }

        return metadata;
    }

    private static (int Height, int Width) Shape(string text) => text.Split('x') is [var height, var width]
        ? (int.Parse(height, CultureInfo.InvariantCulture), int.Parse(width, CultureInfo.InvariantCulture))
        : throw new InvalidDataException($"its shape is '{text}'");
}
