using System.Text;
using System.Text.RegularExpressions;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Latex;

namespace FashionPipeline.Tests.Reporting.Latex;

public sealed partial class LatexTableTests
{
    public static TheoryData<string> NamedTables => [.. Named(SampleReport.Create()).Select(table => table.Name!)];

    [Fact]
    public void Should_be_a_float_with_caption_label_and_the_rules_of_booktabs() => Assert.Equal(
        """
        % \usepackage{booktabs,graphicx}
        \begin{table}[tbp]
          \centering
          \caption{Counts.}
          \label{tab:sample:counts}
          \resizebox{\ifdim\width>\linewidth\linewidth\else\width\fi}{!}{%
          \begin{tabular}{lr}
            \toprule
            Class & Count \\
            \midrule
            Bag & 7 \\
            Coat & 12 \\
            \midrule
            All & 19 \\
            \bottomrule
          \end{tabular}}
        \end{table}

        """.ReplaceLineEndings("\n"),
        Latex(new TableBlock(
            3, "Counts.", [new TableColumn("Class"), new TableColumn("Count", true)], [["Bag", "7"], ["Coat", "12"], ["All", "19"]], 1)
        {
            Name = "counts",
        }));

    [Theory]
    [InlineData(@"50% & #1_{a} $x ^ ~ \n", @"50\% \& \#1\_\{a\} \$x \textasciicircum{} \textasciitilde{} \textbackslash{}n")]
    [InlineData("\"Correct\" is \"right\"", "``Correct'' is ``right''")]
    [InlineData("0.8870 ± 0.0012", @"0.8870 $\pm$ 0.0012")]
    [InlineData("28 × 28, −1, 1–2, p < 0.5 > 0", @"28 $\times$ 28, $-$1, 1--2, p \textless{} 0.5 \textgreater{} 0")]
    [InlineData("+0.4 (-0.1 to +0.8)", "+0.4 ($-$0.1 to +0.8)")]
    [InlineData("-0.4", "$-$0.4")]
    [InlineData("T-shirt 1e-3", "T-shirt 1e-3")]
    [InlineData("a\nb", "a b")]
    [InlineData("été", "été")]
    public void Should_show_every_text_as_it_is(string text, string latex) => Assert.Equal(latex, LatexText.Of(text));

    // \\[5pt] is a line break with an argument.
    [Fact]
    public void Should_begin_no_row_with_a_bracket() => Assert.Contains("\n    {}[0] \\\\\n", Latex(
        new TableBlock(1, "Labels.", [new TableColumn("Label")], [["[0]"]]) { Name = "labels" }), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(NamedTables))]
    public void Should_have_a_cell_for_each_column_in_each_row(string name)
    {
        var table = Named(SampleReport.Create()).Single(table => table.Name == name);
        var latex = Latex(table);

        var columns = Alignment().Match(latex).Groups[1].Value;
        var rows = latex.Split('\n').Where(line => line.EndsWith(@"\\", StringComparison.Ordinal)).ToList();
        Assert.Equal(table.Columns.Count, columns.Length);
        Assert.Equal([.. table.Columns.Select(column => column.IsNumeric ? 'r' : 'l')], columns);
        Assert.Equal(table.Rows.Count + 1, rows.Count);
        Assert.All(rows, row => Assert.Equal(table.Columns.Count, Separator().Count(row) + 1));
        Assert.Equal(Brace("{", latex), Brace("}", latex));
        Assert.Equal(latex.Split(@"\begin{").Length, latex.Split(@"\end{").Length);
    }

    [Fact]
    public void Should_break_long_texts_into_lines() => Assert.Contains(@"{p{0.3\linewidth}r}", Latex(
        new TableBlock(1, "Long.", [new TableColumn("Text"), new TableColumn("Number", true)], [[new string('a', 41), "1"]])
        {
            Name = "long",
        }), StringComparison.Ordinal);

    [Fact]
    public void Should_show_what_a_paper_would_of_seeds_variants_and_sweeps()
    {
        Assert.Contains("seeds", Named(SampleReport.CreateWithSeeds()).Select(table => table.Name));
        Assert.Contains(
            "seed-comparison-sample-seeds", Named(SampleReport.WithSeedComparison(SampleReport.Create())).Select(table => table.Name));
    }

    [Fact]
    public void Should_give_no_two_tables_of_a_report_one_name() =>
        Assert.Distinct(Named(SampleReport.WithSeedComparison(SampleReport.CreateWithSeeds())).Select(table => table.Name));

    private static IEnumerable<TableBlock> Named(ReportContent content) =>
        ReportDocument.Compose(content).OfType<TableBlock>().Where(table => table.Name is not null);

    private static string Latex(TableBlock table) => Encoding.UTF8.GetString(LatexTable.ToBytes(table, "sample"));

    private static int Brace(string brace, string latex) => latex.Replace($"\\{brace}", "", StringComparison.Ordinal).Split(brace).Length;

    [GeneratedRegex(@"\\begin\{tabular\}\{([lr]+)\}")]
    private static partial Regex Alignment();

    [GeneratedRegex(@"(?<!\\)&")]
    private static partial Regex Separator();
}
