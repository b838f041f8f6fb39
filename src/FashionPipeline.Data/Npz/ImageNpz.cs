using System.IO.Compression;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Data.Npz;

/// <summary>
/// Reads a .npz file with the arrays of Keras's data sets: <c>x_train</c> and <c>x_test</c> of uint8, [n, height, width] or
/// [n, height, width, channels], and <c>y_train</c> and <c>y_test</c> of whole numbers, [n] or [n, 1].
/// </summary>
public static class ImageNpz
{
    private const string Bytes = "|u1";
    private const int MostUnpacked = 1032; // bytes that one byte of deflate can stand for
    private static readonly string[] Members = ["x_train", "y_train", "x_test", "y_test"];

    /// <summary>Reads both halves.</summary>
    /// <param name="file">The file.</param>
    /// <param name="shape">The size that images must have.</param>
    /// <param name="classes">Labels must be below this.</param>
    /// <exception cref="InputException">It is not as it should be: all faults, each with the array's name.</exception>
    public static DataSplits Read(FileContent file, ImageShape shape, int classes)
    {
        var faults = new Faults();
        var arrays = Arrays(file, faults);
        var train = Half("train");
        var test = Half("test");
        faults.ThrowIfAny($"The file {file.Name}");
        return new DataSplits(train, test);

        LabelledImages Half(string half)
        {
            var (images, labels) = (arrays.GetValueOrDefault($"x_{half}"), arrays.GetValueOrDefault($"y_{half}"));
            if (images is not null && (images.Type != Bytes || images.Shape is [] || ShapeOf(images) != shape))
            {
                faults.Add(PlaceOf(file, $"x_{half}"), $"{Found(images)}; expected {Bytes} and images of {shape.Description}: "
                    + $"(n, {shape.Height}, {shape.Width}{(shape.Channels == 1 ? "" : $", {shape.Channels}")})");
            }

            return new LabelledImages
            {
                Height = shape.Height,
                Width = shape.Width,
                Channels = shape.Channels,
                Pixels = images?.Values ?? [],
                Labels = labels is null ? [] : Labels(labels, $"y_{half}", images?.Shape is [var count, ..] ? count : null),
            };
        }

        byte[] Labels(NpyArray labels, string name, int? count) // null where the images are at fault themselves
        {
            if (labels.Integers() is not { } values || labels.Shape is not ([_] or [_, 1]))
            {
                faults.Add(PlaceOf(file, name), $"{Found(labels)}; expected whole numbers, (n) or (n, 1)");
                return [];
            }

            var found = labels.Shape[0];
            if (found != count && count is not null)
            {
                faults.Add(PlaceOf(file, name), $"{Found(labels)}; expected {count} labels, one for each image");
            }

            if (found == 0)
            {
                faults.Add(PlaceOf(file, name), "holds no labels; expected one for each image");
            }

            foreach (var (index, value) in values.Index().Where(label => label.Item < 0 || label.Item >= classes).Take(1))
            {
                faults.Add(PlaceOf(file, name), $"found the label {value} at index {index}; expected 0 to {classes - 1}");
            }

            return [.. values.Select(value => unchecked((byte)value))];
        }
    }

    /// <summary>What the file tells: the shape of its images, and as many classes as its largest label says.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="InputException">It lacks an array, or one is none of images or labels.</exception>
    public static DataDescription Describe(FileContent file)
    {
        var faults = new Faults();
        var arrays = Arrays(file, faults);
        faults.ThrowIfAny($"The file {file.Name}");
        var labels = new[] { "y_train", "y_test" }.SelectMany(name => arrays[name].Integers() ?? []).ToList();
        return ShapeOf(arrays["x_train"]) is { } shape && labels is not [] && labels.Max() is >= 0 and <= byte.MaxValue
            ? new DataDescription(shape, DataDescription.Numbers((int)labels.Max()))
            : throw new InputException(
                $"{file.Name} holds no labelled images: x_train {Found(arrays["x_train"])}, y_train {Found(arrays["y_train"])}; "
                + $"expected x_train of {Bytes}, (n, height, width) or (n, height, width, 3), and y_train from 0 to {byte.MaxValue}.");
    }

    private static Dictionary<string, NpyArray> Arrays(FileContent file, Faults faults)
    {
        var arrays = new Dictionary<string, NpyArray>(StringComparer.Ordinal);
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file.Bytes), ZipArchiveMode.Read);
            foreach (var name in Members)
            {
                if (zip.GetEntry(name + ".npy") is not { } entry)
                {
                    faults.Add(PlaceOf(file, name), $"is missing; expected {string.Join(", ", Members)}, found "
                        + (zip.Entries.Count == 0 ? "nothing" : string.Join(", ", zip.Entries.Select(entry => entry.Name).Take(20))));
                }
                else if (Array(entry, name) is { } array)
                {
                    arrays[name] = array;
                }
            }
        }
        catch (InvalidDataException fault)
        {
            throw new InputException($"{file.Name} is no .npz file: {fault.Message}", fault);
        }

        return arrays;

        NpyArray? Array(ZipArchiveEntry entry, string name)
        {
            try
            {
                using var content = entry.Open();
                return NpyArray.Read(content, entry.Length, (entry.CompressedLength + 1) * MostUnpacked);
            }
            catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException)
            {
                faults.Add(PlaceOf(file, name), fault.Message);
                return null;
            }
        }
    }

    private static ImageShape? ShapeOf(NpyArray images) => images.Shape switch
    {
        [_, var height, var width] => new ImageShape(height, width),
        [_, var height, var width, var channels and (1 or ImageShape.Colours)] => new ImageShape(height, width, channels),
        _ => null,
    };

    private static Place PlaceOf(FileContent file, string name) => new($"{file.Name}/{name}");

    private static string Found(NpyArray array) => $"has the type {array.Type} and the shape ({string.Join(", ", array.Shape)})";
}
