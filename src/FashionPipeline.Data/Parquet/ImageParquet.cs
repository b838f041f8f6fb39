using System.IO.Compression;
using FashionPipeline.Foundation.Diagnostics;
using Parquet;
using Parquet.Schema;

namespace FashionPipeline.Data.Parquet;

/// <summary>
/// Labelled images as a Parquet file, one row an image: <c>index</c> (int32), <c>label</c> (uint8), <c>label_name</c> (string) and
/// <c>pixels</c> (binary, height·width·channels bytes). Shape, scale, label names and the digests of the files that the images come from
/// are in the file's metadata. The same images give the same bytes.
/// </summary>
public static class ImageParquet
{
    // Brotli finds the images' own repetitions best in small groups of rows: on Fashion-MNIST 500 rows take 2 % less than one group.
    private const int RowsPerGroup = 500;

    private static readonly DataField<int> Index = new("index");
    private static readonly DataField<byte> Label = new("label");
    private static readonly DataField<string> LabelName = new("label_name", false);

    // One binary value an image: any engine reads it, nothing has to know about nested columns, and reading it back is one copy an image.
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
        var options = new ParquetOptions
        {
            CompressionMethod = CompressionMethod.Brotli,
            CompressionLevel = CompressionLevel.Optimal,
            ColumnEncodingHints = { [Index.Name] = EncodingHint.DeltaBinaryPacked, [LabelName.Name] = EncodingHint.Dictionary },
        };
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(Index, Label, LabelName, Pixels), file, options))
        {
            writer.CustomMetadata = Metadata(images, labelNames, sources);
            foreach (var group in Enumerable.Range(0, images.Count).Chunk(RowsPerGroup))
            {
                await WriteGroupAsync(writer, images, labelNames, group);
            }
        }

        file.Position = 0;
        await file.CopyToAsync(destination);
    }

    /// <summary>Reads what <see cref="WriteAsync"/> wrote.</summary>
    /// <param name="file">The whole file.</param>
    /// <exception cref="InputException">It is no such file, or is damaged.</exception>
    public static LabelledImages Read(byte[] file)
    {
        try
        {
            return ParquetFile.Read(file, ReadAsync);
        }
        catch (Exception fault)
        {
            throw new InputException($"The Parquet file with the images cannot be read: {fault.Message}\nMake it again.", fault)
            {
                Remedy = Remedy.PreprocessAgain,
            };
        }
    }

    private static async Task<LabelledImages> ReadAsync(ParquetReader reader)
    {
        var shape = ImageShape.Parse(reader.CustomMetadata["shape"]);
        var values = (Int128)reader.Metadata!.NumRows * shape.Values;
        if (values > Array.MaxLength)
        {
            throw new InvalidDataException(
                $"its {reader.Metadata.NumRows} images of {shape.Description} have {values} values, and an array holds {Array.MaxLength}");
        }

        var count = (int)reader.Metadata.NumRows;
        var images = new LabelledImages
        {
            Height = shape.Height,
            Width = shape.Width,
            Channels = shape.Channels,
            Pixels = new byte[count * shape.Values],
            Labels = new byte[count],
        };
        var first = 0;
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            first += await ReadGroupAsync(reader, group, images, first);
        }

        return images;
    }

    private static async Task WriteGroupAsync(
        ParquetWriter writer, LabelledImages images, IReadOnlyList<string> labelNames, int[] indexes)
    {
        using var rows = writer.CreateRowGroup();
        var labels = images.Labels.AsMemory(indexes[0], indexes.Length);
        await rows.WriteAsync<int>(Index, indexes);
        await rows.WriteAsync<byte>(Label, labels);
        await rows.WriteAsync(LabelName, Array.ConvertAll(labels.ToArray(), label => labelNames[label]));
        await rows.WriteAsync<ReadOnlyMemory<byte>>(Pixels, Array.ConvertAll(
            indexes, index => (ReadOnlyMemory<byte>)images.Pixels.AsMemory(index * images.ValuesPerImage, images.ValuesPerImage)));
    }

    private static async Task<int> ReadGroupAsync(ParquetReader reader, int group, LabelledImages images, int first)
    {
        using var rows = reader.OpenRowGroupReader(group);
        var count = checked((int)rows.RowCount);
        var pixels = new ReadOnlyMemory<byte>[count];
        await rows.ReadAsync<byte>(reader.Schema.FindDataField(Label.Name), images.Labels.AsMemory(first, count));
        await rows.ReadAsync<ReadOnlyMemory<byte>>(reader.Schema.FindDataField(Pixels.Name), pixels);
        for (var i = 0; i < count; i++)
        {
            if (pixels[i].Length != images.ValuesPerImage)
            {
                throw new InvalidDataException($"image {first + i} has {pixels[i].Length} values instead of {images.ValuesPerImage}");
            }

            pixels[i].CopyTo(images.Pixels.AsMemory((first + i) * images.ValuesPerImage));
        }

        return count;
    }

    private static Dictionary<string, string> Metadata(
        LabelledImages images, IReadOnlyList<string> labelNames, IReadOnlyDictionary<string, string> sources)
    {
        var metadata = new Dictionary<string, string>
        {
            ["shape"] = images.Shape.ToString(),
            ["scale"] = "0..255",
            ["label_names"] = string.Join('\n', labelNames),
        };
        foreach (var (name, sha256) in sources.OrderBy(source => source.Key, StringComparer.Ordinal))
        {
            metadata[$"source.{name}"] = sha256;
        }

        return metadata;
    }
}
