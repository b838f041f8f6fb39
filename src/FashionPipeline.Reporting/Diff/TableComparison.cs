using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace FashionPipeline.Reporting.Diff;

/// <summary>Compares two tables cell by cell. Rows are known by as many of their first cells as tell them apart.</summary>
public static class TableComparison
{
    // Of the embedding ten thousand rows may differ.
    private const int MostCells = 100;

    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { HasHeaderRecord = false, BadDataFound = null };

    /// <summary>What differs.</summary>
    /// <param name="name">Name of the table.</param>
    /// <param name="before">What it was, as CSV.</param>
    /// <param name="now">What it is, as CSV.</param>
    public static TableChange Of(string name, byte[] before, byte[] now)
    {
        var (old, value) = (Read(before), Read(now));
        var key = Math.Max(KeyLength(old), KeyLength(value));
        var (oldRows, rows) = (ByKey(old, key), ByKey(value, key));
        string[] header = [.. old[0].Union(value[0], StringComparer.Ordinal)];
        var cells = oldRows.Keys.Concat(rows.Keys.Where(row => !oldRows.ContainsKey(row))).SelectMany(row =>
            header.Select(column => new CellChange(row, column, Cell(oldRows, old[0], row, column), Cell(rows, value[0], row, column))))
            .Where(cell => cell.Before != cell.Now).ToList();
        return new(name, ChangeState.Changed, cells.Count, [.. cells.Take(MostCells)]);
    }

    private static List<string[]> Read(byte[] file)
    {
        using var parser = new CsvParser(new StreamReader(new MemoryStream(file), Encoding.UTF8), Form);
        var rows = new List<string[]>();
        while (parser.Read())
        {
            rows.Add(parser.Record!);
        }

        return rows.Count == 0 ? [[]] : rows;
    }

    // A column of numbers in full tells any rows apart, and is no name.
    private static int KeyLength(List<string[]> table)
    {
        var most = table.Skip(1).Select(row => row.TakeWhile(cell => !IsFraction(cell)).Count()).DefaultIfEmpty(0).Min();
        return Enumerable.Range(1, Math.Max(most, 1)).FirstOrDefault(length =>
            table.Skip(1).Select(row => Key(row, length)).Distinct(StringComparer.Ordinal).Count() == table.Count - 1, most);
    }

    private static bool IsFraction(string cell) =>
        cell.Contains('.', StringComparison.Ordinal) && double.TryParse(cell, CultureInfo.InvariantCulture, out _);

    private static Dictionary<string, string[]> ByKey(List<string[]> table, int length)
    {
        var rows = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var row in table.Skip(1))
        {
            var (key, times) = (Key(row, length), 1);
            while (!rows.TryAdd(times == 1 ? key : FormattableString.Invariant($"{key} ({times})"), row))
            {
                times++;
            }
        }

        return rows;
    }

    private static string Key(string[] row, int length) => string.Join(", ", row.Take(length));

    private static string? Cell(Dictionary<string, string[]> rows, string[] header, string row, string column) =>
        rows.TryGetValue(row, out var cells) && Array.IndexOf(header, column) is >= 0 and var place && place < cells.Length
            ? cells[place] : null;
}
