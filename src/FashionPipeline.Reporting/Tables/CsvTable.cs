using System.Globalization;
using System.Text;

namespace FashionPipeline.Reporting.Tables;

/// <summary>A table as a CSV file (RFC 4180, but lines end in LF): numbers invariant, doubles so that they read back the same.</summary>
/// <param name="Name">Name of the file without the extension: <c>confusion-matrix</c>.</param>
/// <param name="Header">Names of the columns.</param>
/// <param name="Rows">The cells, row by row: texts, numbers, truth values; null for an empty one.</param>
public sealed record CsvTable(string Name, IReadOnlyList<string> Header, IEnumerable<IReadOnlyList<object?>> Rows)
{
    // A spreadsheet would compute such a text (https://owasp.org/www-community/attacks/CSV_Injection); an apostrophe keeps it from that.
    private const string BeginsFormula = "=+-@\t\r";

    /// <summary>The file's bytes, UTF-8 without a byte order mark.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder();
        foreach (var row in Rows.Prepend(Header))
        {
            text.AppendJoin(',', row.Select(cell => Quote(Format(cell)))).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Format(object? cell) => cell switch
    {
        bool value => value ? "true" : "false",
        string text when text.Length > 0 && BeginsFormula.Contains(text[0]) => "'" + text,
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny("\",\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
