using System.Text;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Reporting.Latex;

/// <summary>
/// A table of the report as a file that a paper takes in by <c>\input</c>: a float with caption and label, numbers on the right, made
/// smaller where it is wider than the text. It needs the packages graphicx and booktabs, whose manual is the source of its form
/// (ctan.org/pkg/booktabs).
/// </summary>
public static class LatexTable
{
    // Longer texts are broken into lines.
    private const int LongestCell = 40;

    /// <summary>The file: UTF-8, LF.</summary>
    /// <param name="table">A table with a name.</param>
    /// <param name="experiment">Name of the experiment, which keeps the labels of several reports apart.</param>
    public static byte[] ToBytes(TableBlock table, string experiment)
    {
        var latex = new StringBuilder()
            .Append("% \\usepackage{booktabs,graphicx}\n")
            .Append("\\begin{table}[tbp]\n")
            .Append("  \\centering\n")
            .Append($"  \\caption{{{LatexText.Of(table.Caption)}}}\n")
            .Append($"  \\label{{tab:{experiment}:{table.Name}}}\n")
            .Append("  \\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%\n")
            .Append($"  \\begin{{tabular}}{{{string.Concat(table.Columns.Select((column, i) => Alignment(table, column, i)))}}}\n")
            .Append("    \\toprule\n");
        Append(latex, table.Columns.Select(column => column.Head));
        latex.Append("    \\midrule\n");
        foreach (var (i, row) in table.Rows.Index())
        {
            if (i > 0 && i == table.Rows.Count - table.Totals)
            {
                latex.Append("    \\midrule\n");
            }

            Append(latex, row);
        }

        latex.Append("    \\bottomrule\n")
            .Append("  \\end{tabular}}\n")
            .Append("\\end{table}\n");
        return Encoding.UTF8.GetBytes(latex.ToString());
    }

    private static string Alignment(TableBlock table, TableColumn column, int index) => column.IsNumeric ? "r"
        : table.Rows.Any(row => row[index].Length > LongestCell) ? @"p{0.3\linewidth}"
        : "l";

    // A row that began with a bracket would be read as the argument of the line break before it.
    private static void Append(StringBuilder latex, IEnumerable<string> cells) =>
        latex.Append("    ").AppendJoin(" & ", cells.Select(cell => (cell.StartsWith('[') ? "{}" : "") + LatexText.Of(cell)))
            .Append(" \\\\\n");
}
