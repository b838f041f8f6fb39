using System.Text;
using FashionPipeline.Reporting.Tables;

namespace FashionPipeline.Tests.Reporting.Tables;

/// <summary>RFC 4180, section 2, but for the ends of lines.</summary>
public sealed class CsvTableTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("two words", "two words")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("19\" wide", "\"19\"\" wide\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("two\rlines", "\"two\rlines\"")]
    [InlineData("crème", "crème")]
    public void Should_quote_a_cell_only_where_it_would_be_taken_for_several(string cell, string expected) =>
        Assert.Equal($"head,other\n{expected},1\n", Text(new CsvTable("t", ["head", "other"], [[cell, "1"]])));

    // As OWASP advises on CSV injection.
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("=a,b", "\"'=a,b\"")]
    public void Should_give_a_spreadsheet_no_formula(string cell, string expected) =>
        Assert.Equal($"head\n{expected}\n", Text(new CsvTable("t", ["head"], [[cell]])));

    [Fact]
    public void Should_leave_the_sign_of_a_number() => Assert.Equal("head\n-1.5\n", Text(new CsvTable("t", ["head"], [[-1.5]])));

    [Fact]
    public void Should_quote_heads_as_it_quotes_cells() => Assert.Equal("\"a,b\"\n", Text(new CsvTable("t", ["a,b"], [])));

    [Fact]
    public void Should_begin_with_the_first_head_and_no_byte_order_mark() =>
        Assert.Equal("h\n"u8.ToArray(), new CsvTable("t", ["h"], []).ToBytes());

    private static string Text(CsvTable table) => Encoding.UTF8.GetString(table.ToBytes());
}
