using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;

namespace FashionPipeline.Data.Csv;

/// <summary>
/// Reads images from CSV: a row an image, first its label, a number or the name of a class, then its values from 0 to 255: row after row,
/// pixel after pixel, and the channels of a pixel beside each other. The first line may be a header.
/// </summary>
public static class ImageCsv
{
    /// <summary>Reads one half of a data set.</summary>
    /// <param name="file">The file.</param>
    /// <param name="shape">The size of an image.</param>
    /// <param name="labelNames">Names of the classes.</param>
    /// <exception cref="InputException">It is not as it should be: every row that is at fault, with its line.</exception>
    public static LabelledImages Read(FileContent file, ImageShape shape, IReadOnlyList<string> labelNames)
    {
        var known = labelNames.Index().ToDictionary(name => name.Item, name => (byte)name.Index, StringComparer.Ordinal);
        var faults = new Faults();
        var (pixels, labels) = (new MemoryStream(), new List<byte>());
        var image = new byte[shape.Values];
        foreach (var row in Rows(file, faults))
        {
            if (row.Count != shape.Values + 1)
            {
                row.Fault(faults, $"found {row.Count} columns; expected {shape.Values + 1}: a label and the values of {shape.Description}");
            }
            else if (Label(row[0], known) is not { } label)
            {
                row.Fault(faults, $"found the label '{row[0]}'; expected 0 to {labelNames.Count - 1}, or a class: "
                    + NearestName.Suggest(row[0], labelNames));
            }
            else if (Values(row, image) is { } wrong)
            {
                row.Fault(faults, $"found '{row[wrong]}' in column {wrong + 1}; expected a whole number from 0 to 255");
            }
            else
            {
                labels.Add(label);
                pixels.Write(image);
            }
        }

        faults.ThrowIfAny($"The file {file.Name}");
        return labels.Count == 0
            ? throw new InputException($"{file.Name} has no rows; expected a row an image, first its label, then its pixels.")
            : new LabelledImages
            {
                Height = shape.Height,
                Width = shape.Width,
                Channels = shape.Channels,
                Pixels = pixels.ToArray(),
                Labels = [.. labels],
            };
    }

    /// <summary>
    /// What the files tell: of the number of columns the side of square images, grey or in colour, and the labels that stand in them.
    /// </summary>
    /// <param name="train">The images to train on.</param>
    /// <param name="test">The images to test on.</param>
    /// <exception cref="InputException">The number of columns is that of no square image.</exception>
    public static DataDescription Describe(FileContent train, FileContent test)
    {
        var faults = new Faults();
        int? columns = null;
        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in Rows(train, faults).Concat(Rows(test, faults)))
        {
            columns ??= row.Count;
            labels.Add(row[0]);
        }

        faults.ThrowIfAny($"{train.Name} or {test.Name}");
        var numbers = labels.Select(label => byte.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : (int?)null).ToList();
        return new DataDescription(Square((columns ?? 1) - 1) ?? throw new InputException(
            $"{train.Name} has {columns ?? 0} columns; expected a label and the values of a square image, 1 or 3 for each pixel, such as "
            + "1 + 28 * 28.\nOf other images, write the data set's file by hand."),
            numbers.Contains(null) ? [.. labels.Order(StringComparer.Ordinal)] : DataDescription.Numbers(numbers.Max()!.Value));
    }

    private static ImageShape? Square(int values)
    {
        foreach (var channels in new[] { 1, ImageShape.Colours })
        {
            var side = (int)Math.Sqrt(values / channels);
            if (side > 0 && side * side * channels == values)
            {
                return new ImageShape(side, side, channels);
            }
        }

        return null;
    }

    // A header is a first row without any value that is a number, or the numbers of the columns, which some programs write.
    private static IEnumerable<CsvRow> Rows(FileContent file, Faults faults)
    {
        using var text = new StreamReader(new MemoryStream(file.Bytes));
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            HasHeaderRecord = false,
            CacheFields = true,
            BadDataFound = bad => faults.Add(new Place(file.Name, bad.Context.Parser!.RawRow, 1), "a quotation mark is out of place"),
        };
        using var csv = new CsvParser(text, configuration);
        while (csv.Read())
        {
            if (csv.Row == 1 && IsHeader(csv))
            {
                continue;
            }

            if (csv[0].Length > CsvRow.LongestCell)
            {
                faults.Add(new Place(file.Name, csv.RawRow, 1), $"the label has more than {CsvRow.LongestCell} characters");
            }
            else
            {
                yield return new CsvRow(file.Name, csv);
            }
        }

        static bool IsHeader(CsvParser csv) => csv.Count > 1 && (Enumerable.Range(1, csv.Count - 1).All(column => !IsNumber(csv[column]))
            || Enumerable.Range(0, csv.Count).All(column => csv[column] == column.ToString(CultureInfo.InvariantCulture)));

        static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }

    private static byte? Label(string text, Dictionary<string, byte> known) =>
        known.TryGetValue(text, out var label) ? label
        : byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < known.Count ? number : null;

    // The first column that holds no value; null where all do.
    private static int? Values(CsvRow row, byte[] image)
    {
        for (var column = 1; column < row.Count; column++)
        {
            if (!byte.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out image[column - 1]))
            {
                return column;
            }
        }

        return null;
    }

    private sealed class CsvRow(string file, CsvParser csv)
    {
        public const int LongestCell = 100; // of what a label or a pixel is, and what a message shows

        public int Count => csv.Count;

        public string this[int column] => csv[column] is { Length: <= LongestCell } cell ? cell.Trim() : csv[column][..LongestCell] + "...";

        public void Fault(Faults faults, string message) => faults.Add(new Place(file, csv.RawRow, 1), message);
    }
}
