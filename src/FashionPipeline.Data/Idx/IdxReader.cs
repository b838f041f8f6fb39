using System.Buffers.Binary;
using System.IO.Compression;
using FashionPipeline.Data.Decoding;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Data.Idx;

/// <summary>
/// Reads IDX files, gzipped or plain, and believes nothing: magic number, dimensions, length and labels are checked.
/// Source of the format: Y. LeCun, C. Cortes, C. Burges, "The MNIST database", http://yann.lecun.com/exdb/mnist/.
/// </summary>
public static class IdxReader
{
    private const int ImagesMagic = 0x00000803;
    private const int LabelsMagic = 0x00000801;
    private const int GzipBytes = 18; // header and trailer
    private const int MostUnpacked = 1032; // bytes that one byte of deflate can stand for
    private const int MostTrailing = 1 << 16; // are counted

    /// <summary>Reads both halves of a data set from its files.</summary>
    /// <param name="dataSet">What is expected.</param>
    /// <param name="files">The files, one a role.</param>
    /// <exception cref="InputException">A file is not what the data set says.</exception>
    public static DataSplits ReadSplits(DataSet dataSet, IReadOnlyDictionary<DataFileRole, FileContent> files)
    {
        return new DataSplits(
            Half(DataFileRole.TrainImages, DataFileRole.TrainLabels),
            Half(DataFileRole.TestImages, DataFileRole.TestLabels));

        LabelledImages Half(DataFileRole images, DataFileRole labels) =>
            Read(files[images], files[labels], dataSet.Height, dataSet.Width, dataSet.LabelNames.Count);
    }

    /// <summary>Reads images and their labels.</summary>
    /// <param name="images">File with the images.</param>
    /// <param name="labels">File with as many labels.</param>
    /// <param name="height">Rows that an image must have.</param>
    /// <param name="width">Columns that an image must have.</param>
    /// <param name="classes">Labels must be below this.</param>
    /// <exception cref="InputException">A file is not as it should be.</exception>
    public static LabelledImages Read(FileContent images, FileContent labels, int height, int width, int classes)
    {
        var (imageDimensions, pixels) = Parse(images, ImagesMagic, dimensions: 3);
        var (labelDimensions, values) = Parse(labels, LabelsMagic, dimensions: 1);
        if (imageDimensions[1] != height || imageDimensions[2] != width)
        {
            throw Fault(images, $"images of {imageDimensions[1]} x {imageDimensions[2]} pixels", $"{height} x {width}");
        }

        if (imageDimensions[0] != labelDimensions[0])
        {
            throw Fault(labels, $"{labelDimensions[0]} labels", $"{imageDimensions[0]}, one for each image of {images.Name}");
        }

        var wrong = values.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(classes - 1));
        return wrong < 0
            ? new LabelledImages { Height = height, Width = width, Pixels = pixels, Labels = values }
            : throw Fault(labels, $"label {values[wrong]} at index {wrong}", $"labels from 0 to {classes - 1}");
    }

    /// <summary>Reads images without labels.</summary>
    /// <param name="images">File with the images.</param>
    /// <returns>The images, of whatever size they are.</returns>
    /// <exception cref="InputException">It is no IDX file of images.</exception>
    public static IReadOnlyList<DecodedImage> ReadImages(FileContent images)
    {
        var (sizes, pixels) = Parse(images, ImagesMagic, dimensions: 3);
        var shape = new ImageShape(sizes[1], sizes[2]);
        return [.. pixels.Chunk(shape.Values).Select(image => new DecodedImage(shape, image))];
    }

    /// <summary>What the files tell: the size of the images, and as many classes as the largest label says.</summary>
    /// <param name="files">The files, one a role.</param>
    /// <exception cref="InputException">A file is no IDX file of its role.</exception>
    public static DataDescription Describe(IReadOnlyDictionary<DataFileRole, FileContent> files)
    {
        var (sizes, _) = Parse(files[DataFileRole.TrainImages], ImagesMagic, dimensions: 3);
        var labels = new[] { DataFileRole.TrainLabels, DataFileRole.TestLabels }
            .SelectMany(role => Parse(files[role], LabelsMagic, dimensions: 1).Values);
        return new DataDescription(new ImageShape(sizes[1], sizes[2]), DataDescription.Numbers(labels.Max()));
    }

    private static (int[] Dimensions, byte[] Values) Parse(FileContent file, int magic, int dimensions)
    {
        try
        {
            using var content = Open(file);
            var header = new byte[4 + (4 * dimensions)];
            var found = content.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            if (found < header.Length)
            {
                throw Fault(file, $"{found} bytes", $"an IDX header of {header.Length} bytes");
            }

            var sizes = Sizes(file, header, magic, dimensions);
            return (sizes, Values(file, content, header.Length, sizes));
        }
        catch (InvalidDataException fault)
        {
            throw Fault(file, $"broken gzip data ({fault.Message})", "an intact gzip file", fault);
        }
    }

    private static Stream Open(FileContent file) => IsPacked(file)
        ? new GZipStream(new MemoryStream(file.Bytes), CompressionMode.Decompress)
        : new MemoryStream(file.Bytes);

    private static bool IsPacked(FileContent file) => file.Bytes is [0x1F, 0x8B, ..];

    private static int[] Sizes(FileContent file, ReadOnlySpan<byte> header, int magic, int dimensions)
    {
        var found = BinaryPrimitives.ReadInt32BigEndian(header);
        if (found != magic)
        {
            throw Fault(file, $"magic number 0x{found:X8}", $"0x{magic:X8} (unsigned bytes, {dimensions} dimension(s))");
        }

        var sizes = new int[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            sizes[i] = BinaryPrimitives.ReadInt32BigEndian(header[(4 + (4 * i))..]);
            if (sizes[i] <= 0)
            {
                throw Fault(file, $"size {sizes[i]} in dimension {i + 1}", "a positive size");
            }
        }

        return sizes;
    }

    // Takes as much memory as the sizes say, and no more than the file can hold: a small file may unpack to a very large one.
    private static byte[] Values(FileContent file, Stream content, int header, int[] sizes)
    {
        var length = sizes.Aggregate((Int128)1, (product, size) => product * size); // three sizes of 31 bits do not fit 64
        var expected = $"{length + header} bytes for the dimensions {string.Join(" x ", sizes)}";
        if (length > Array.MaxLength)
        {
            throw Fault(file, $"{length} values, as its dimensions {string.Join(" x ", sizes)} say", $"{Array.MaxLength} at most");
        }

        if (length > (long)file.Bytes.Length * MostUnpacked)
        {
            throw Fault(file, $"{file.Bytes.Length} bytes: the file ends too early", expected);
        }

        var values = new byte[(int)length];
        var found = content.ReadAtLeast(values, values.Length, throwOnEndOfStream: false);
        if (found < values.Length)
        {
            throw Fault(file, $"{header + found} bytes: the file ends too early", expected);
        }

        var trailing = content.ReadAtLeast(new byte[MostTrailing], MostTrailing, throwOnEndOfStream: false);
        if (trailing > 0)
        {
            var shown = trailing < MostTrailing ? $"{trailing}" : $"at least {trailing}";
            throw Fault(file, $"{header + found + trailing} bytes: {shown} trailing", expected);
        }

        if (IsPacked(file))
        {
            CheckTrailer(file, header + found);
        }

        return values;
    }

    // A gzip stream that is cut short, or has something behind it, unpacks without an error; its last four bytes, the length, tell.
    private static void CheckTrailer(FileContent file, long length)
    {
        var packed = file.Bytes;
        if (packed.Length < GzipBytes)
        {
            throw Fault(file, $"{packed.Length} bytes of gzip data", $"{GzipBytes} or more: the file is cut short");
        }

        var stated = BinaryPrimitives.ReadUInt32LittleEndian(packed.AsSpan(packed.Length - 4));
        if (stated != (uint)length)
        {
            throw Fault(
                file,
                $"gzip data that unpacks to {length} bytes",
                $"{stated} bytes, as its last four bytes say: the file is cut short, damaged or has trailing bytes");
        }
    }

    private static InputException Fault(FileContent file, string found, string expected, Exception? cause = null) =>
        new($"{file.Name} is not the IDX file that it should be.\n  found:    {found}\n  expected: {expected}\n{file.Advice}",
            cause);
}
