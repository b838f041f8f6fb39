using System.Text;
using FashionPipeline.Reporting.Diff;

namespace FashionPipeline.Tests.Reporting.Diff;

public sealed class TableComparisonTests
{
    [Fact]
    public void Should_name_a_cell_by_its_row_and_column() => Assert.Equal(
        [new("Shirt", "recall", "0.7", "0.8")],
        Of("class,recall,f1\nBag,0.9,0.9\nShirt,0.7,0.6\n", "class,recall,f1\nShirt,0.8,0.6\nBag,0.9,0.9\n").Cells);

    [Fact]
    public void Should_tell_rows_apart_by_as_many_cells_as_that_takes() => Assert.Equal(
        [new("mlp, 2", "accuracy", "0.6", "0.7")],
        Of("model,seed,accuracy\nmlp,1,0.5\nmlp,2,0.6\n", "model,seed,accuracy\nmlp,1,0.5\nmlp,2,0.7\n").Cells);

    [Fact]
    public void Should_tell_new_and_gone_rows_and_columns() => Assert.Equal(
        [new("1", "loss", "0.5", null), new("1", "accuracy", null, "0.9"), new("2", "epoch", null, "2"), new("2", "accuracy", null, "0.8")],
        Of("epoch,loss\n1,0.5\n", "epoch,accuracy\n1,0.9\n2,0.8\n").Cells);

    [Fact]
    public void Should_read_quoted_cells() => Assert.Equal(
        [new("dense, \"wide\"", "shape", "(None, 5)", "(None, 6)")],
        Of("name,shape\n\"dense, \"\"wide\"\"\",\"(None, 5)\"\n", "name,shape\n\"dense, \"\"wide\"\"\",\"(None, 6)\"\n").Cells);

    [Fact]
    public void Should_count_all_and_list_the_first()
    {
        string Rows(string value) => "index,x\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"{i},{value}\n"));

        var change = Of(Rows("0.1"), Rows("0.2"));

        Assert.Equal((500, 100), (change.Count, change.Cells.Count));
    }

    private static TableChange Of(string before, string now) =>
        TableComparison.Of("table", Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(now));
}
