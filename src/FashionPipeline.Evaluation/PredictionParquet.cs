using System.Globalization;
using FashionPipeline.Data.Parquet;
using FashionPipeline.Foundation.Diagnostics;
using Parquet;
using Parquet.Schema;

namespace FashionPipeline.Evaluation;

/// <summary>
/// Predictions as a Parquet file with one row an image and the columns <c>index</c> (int32), <c>label</c>, <c>predicted</c> (uint8) and
/// <c>p0</c>, <c>p1</c>, … (float), the probability of each class. The same predictions give the same bytes.
/// </summary>
public static class PredictionParquet
{
    private const int ClassesAtMost = 256;

    /// <summary>Writes predictions.</summary>
    /// <param name="predictions">What to write; at least one image.</param>
    /// <param name="destination">Where to; is left open.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <exception cref="ArgumentException">The arrays' lengths do not fit each other.</exception>
    public static async Task WriteAsync(Predictions predictions, Stream destination, CancellationToken cancellationToken = default)
    {
        var (count, classes) = (predictions.Count, predictions.Classes);
        if (count == 0 || classes is < 1 or > ClassesAtMost || predictions.Probabilities.Length != count * classes)
        {
            throw new ArgumentException(
                $"{count} labels, {classes} classes and {predictions.Probabilities.Length} probabilities do not fit each other.",
                nameof(predictions));
        }

        var fields = Fields(classes);
        // Parquet.Net writes to streams that can tell their position.
        await using var file = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), file, cancellationToken: cancellationToken))
        {
            using var rows = writer.CreateRowGroup();
            int[] indexes = [.. Enumerable.Range(0, count)];
            await rows.WriteAsync<int>(fields[0], indexes, cancellationToken: cancellationToken);
            await rows.WriteAsync<byte>(fields[1], predictions.Labels, cancellationToken: cancellationToken);
            await rows.WriteAsync<byte>(fields[2], predictions.PredictedLabels, cancellationToken: cancellationToken);
            for (var c = 0; c < classes; c++)
            {
                var column = new float[count];
                for (var i = 0; i < count; i++)
                {
                    column[i] = predictions.Probabilities[(i * classes) + c];
                }

                await rows.WriteAsync<float>(fields[3 + c], column, cancellationToken: cancellationToken);
            }
        }

        file.Position = 0;
        await file.CopyToAsync(destination, cancellationToken);
    }

    /// <summary>Reads what <see cref="WriteAsync"/> wrote, and checks it.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="name">What to call the file in messages.</param>
    /// <exception cref="InputException">It is no such file, is damaged, or its columns contradict each other.</exception>
    public static Predictions Read(byte[] file, string name)
    {
        try
        {
            return ParquetFile.Read(file, reader => ReadCheckedAsync(reader, name));
        }
        catch (Exception fault) when (fault is not InputException)
        {
            throw Fault(name, $"it cannot be read ({fault.Message})", "an intact Parquet file", fault);
        }
    }

    private static async Task<Predictions> ReadCheckedAsync(ParquetReader reader, string name)
    {
        var found = reader.Schema.GetDataFields();
        var classes = found.Length - 3;
        var expected = Fields(Math.Max(classes, 1));
        if (Describe(found) != Describe(expected))
        {
            throw Fault(name, $"columns {Describe(found)}", Describe(expected));
        }

        if (reader.RowGroupCount != 1)
        {
            throw Fault(name, $"{reader.RowGroupCount} row groups", "1");
        }

        using var rows = reader.OpenRowGroupReader(0);
        var count = checked((int)rows.RowCount);
        var (indexes, labels, predicted) = (new int[count], new byte[count], new byte[count]);
        await rows.ReadAsync<int>(found[0], indexes);
        await rows.ReadAsync<byte>(found[1], labels);
        await rows.ReadAsync<byte>(found[2], predicted);
        var probabilities = new float[count * classes];
        var column = new float[count];
        for (var c = 0; c < classes; c++)
        {
            await rows.ReadAsync<float>(found[3 + c], column);
            for (var i = 0; i < count; i++)
            {
                probabilities[(i * classes) + c] = column[i];
            }
        }

        var predictions = new Predictions { Classes = classes, Labels = labels, Probabilities = probabilities };
        Check(predictions, indexes, predicted, name);
        return predictions;
    }

    private static void Check(Predictions predictions, int[] indexes, byte[] predicted, string name)
    {
        var likeliest = predictions.PredictedLabels;
        for (var i = 0; i < predictions.Count; i++)
        {
            if (indexes[i] != i)
            {
                throw Fault(name, $"index {indexes[i]} in row {i}", $"{i}");
            }

            if (predictions.Labels[i] >= predictions.Classes)
            {
                throw Fault(name, $"label {predictions.Labels[i]} in row {i}", $"a label below {predictions.Classes}");
            }

            if (predicted[i] != likeliest[i])
            {
                throw Fault(name, $"predicted class {predicted[i]} in row {i}", $"{likeliest[i]}, the likeliest");
            }
        }
    }

    private static DataField[] Fields(int classes) =>
    [
        new DataField<int>("index"),
        new DataField<byte>("label"),
        new DataField<byte>("predicted"),
        .. Enumerable.Range(0, classes).Select(c => new DataField<float>(string.Create(CultureInfo.InvariantCulture, $"p{c}"))),
    ];

    private static string Describe(DataField[] fields) =>
        string.Join(", ", fields.Select(field => $"{field.Name} ({field.ClrType.Name})"));

    private static InputException Fault(string name, string found, string expected, Exception? cause = null) =>
        new(
            $"{name} does not hold a model's predictions.\n  found: {found}\n  expected: {expected}\n"
            + "Delete the file and evaluate again.", cause) { Remedy = Remedy.EvaluateAgain };
}
