using System.Text;
using System.Text.RegularExpressions;
using FashionPipeline.Reporting;

namespace FashionPipeline.Tests.Reporting.Tables;

public sealed class ReportTablesTests
{
    [Fact]
    public void Should_leave_the_data_of_every_figure_beside_it()
    {
        var files = ReportWriter.Render(SampleReport.CreateWithSeeds());

        foreach (var figure in files.Keys.Where(name => name.EndsWith(".svg", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).OfType<string>())
        {
            var curves = Regex.Match(figure, "^(accuracy|loss)-(.*)$");
            string[] tables = curves.Success ? [.. new[] { 1, 2, 3 }.Select(seed => $"history-{curves.Groups[2].Value}-{seed}")] : [figure];
            Assert.All(tables, table => Assert.Contains($"tables/{table}.csv", files.Keys));
        }

        // The sample's pullovers are the third class; the last training image of a class is among the last ten of 30.
        Assert.StartsWith("image,class\n21,T-shirt/top\n22,Trouser\n", Table("samples"), StringComparison.Ordinal);
        Assert.StartsWith("image,true_class,predicted_class\n2,Pullover,Coat\n4,Coat,Pullover\n8,Bag,Shirt\n", Table("incorrect-predictions"), StringComparison.Ordinal);
        Assert.StartsWith("image,true_class,predicted_class\n0,T-shirt/top,T-shirt/top\n", Table("correct-predictions"), StringComparison.Ordinal);

        string Table(string name) => Encoding.UTF8.GetString(files[$"tables/{name}.csv"]);
    }
}
