using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using FashionPipeline.Reporting;
using UglyToad.PdfPig;

namespace FashionPipeline.Tests.Reporting;

public sealed class ReportWriterTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("report-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Should_show_every_section_in_the_order_of_the_source()
    {
        ReportFiles.Write(SampleReport.Create(), folder);

        string[] sections =
        [
            "# Sample experiment", "## Samples", "## Preprocessing", "## Model 1: ReLU activations", "## Model 2: convolutions", "## Best model", "## Best model predictions",
            "## Label percent correct", "## Confusion matrix", "## Spectral embedding", "## Source and here", "## Data and software",
        ];
        Assert.Equal(sections, Read("report.md").Split('\n').Where(line => line.StartsWith('#')));
    }

    [Fact]
    public void Should_link_only_figures_that_exist()
    {
        ReportFiles.Write(SampleReport.Create(), folder);

        var links = Read("report.md").Split('\n').Where(line => line.StartsWith("![", StringComparison.Ordinal)).Select(line => line.Split("](")[1].TrimEnd(')')).ToList();
        Assert.Equal(8, links.Count);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(folder, link)), link));
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(folder, Path.ChangeExtension(link, ".svg"))), link));
    }

    [Fact]
    public void Should_say_from_the_numbers_what_is_taken_for_what()
    {
        ReportFiles.Write(SampleReport.Create(), folder);

        var report = Read("report.md");
        Assert.Contains("- Pullover (2) is most often taken for Coat (4): 7 times.", report, StringComparison.Ordinal);
        Assert.Contains("- Bag (8) is most often taken for Shirt (6): 1 time.", report, StringComparison.Ordinal);
        Assert.Contains("- Pullover (2) and Coat (4) are confused most, both directions together: 10 times.", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_state_the_headline_result()
    {
        ReportFiles.Write(SampleReport.Create(), folder);

        // 11 mistakes in 200 images.
        Assert.Contains("Model 2 (cnn) is the best of 2 models", Read("report.md"), StringComparison.Ordinal);
        Assert.Contains("94.50% of 200 test images", Read("report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_write_the_sample_one_hots()
    {
        ReportFiles.Write(SampleReport.Create(), folder);

        Assert.Contains("| 9 | Ankle boot | [0 0 0 0 0 0 0 0 0 1] |", Read("report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_set_the_sources_numbers_beside_ours()
    {
        ReportFiles.Write(SampleReport.Create(), folder);

        var report = Read("report.md");
        Assert.Contains("| Model 2 (cnn): parameters | 600,810 | 407,050 | -193,760 |", report, StringComparison.Ordinal);
        Assert.Contains("| Model 2 (cnn): Pullover [2] correct | 0.6810 | 0.6500 | -0.0310 |", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Should_mark_synthetic_data_and_only_that(bool synthetic)
    {
        ReportFiles.Write(SampleReport.Create(synthetic), folder);

        Assert.Equal(synthetic, Read("report.md").Contains("Synthetic data:", StringComparison.Ordinal));
        Assert.Equal(synthetic, PdfText().Contains("Synthetic data:", StringComparison.Ordinal));
        using var metrics = JsonDocument.Parse(Read("metrics.json"));
        Assert.Equal(synthetic, metrics.RootElement.GetProperty("dataSet").GetProperty("synthetic").GetBoolean());
    }

    [Fact]
    public void Should_warn_where_models_are_given_differently_scaled_pixels()
    {
        ReportFiles.Write(SampleReport.Create(), folder);

        Assert.Contains("Model 2 (cnn) is trained on raw pixels, 0 to 255", Read("report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_leave_out_what_the_experiment_leaves_out()
    {
        ReportFiles.Write(SampleReport.Create() with { Embedding = null, Published = null }, folder);

        Assert.DoesNotContain("Spectral embedding", Read("report.md"), StringComparison.Ordinal);
        Assert.DoesNotContain("Source and here", Read("report.md"), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "tables", "spectral-embedding.csv")));
    }

    [Fact]
    public void Should_report_a_model_without_mistakes()
    {
        ReportFiles.Write(SampleReport.Create(mistakes: false), folder);

        Assert.Contains("- No image was taken for one of another class.", Read("report.md"), StringComparison.Ordinal);
        Assert.Contains("No image was classified incorrectly.", PdfText(), StringComparison.Ordinal);
        Assert.Equal("true_class,predicted_class,count\n", Read("tables/confused-pairs.csv"));
    }

    [Fact]
    public void Should_write_numbers_that_read_back_exactly()
    {
        var content = SampleReport.Create();
        ReportFiles.Write(content, folder);

        using var metrics = JsonDocument.Parse(Read("metrics.json"));
        var run = metrics.RootElement.GetProperty("models")[1].GetProperty("runs")[0];
        Assert.Equal(content.BestModel.FirstRun.LastEpoch.ValidationAccuracy, run.GetProperty("history")[4].GetProperty("validationAccuracy").GetDouble());
        Assert.Equal(0.945, run.GetProperty("accuracy").GetDouble());
        Assert.Equal(7, run.GetProperty("confusion")[2][4].GetInt32());
        Assert.Equal(0.65, run.GetProperty("classes")[2].GetProperty("recall").GetDouble());
        var rows = Read("tables/spectral-embedding.csv").TrimEnd('\n').Split('\n');
        Assert.Equal("index,x,y,label", rows[0]);
        Assert.Equal(201, rows.Length);
        var cells = rows[58].Split(',');
        Assert.Equal(content.Embedding!.Result.Coordinates[114], double.Parse(cells[1], CultureInfo.InvariantCulture));
        Assert.Equal(content.Embedding.Result.Coordinates[115], double.Parse(cells[2], CultureInfo.InvariantCulture));
        Assert.Equal(["57", "7"], [cells[0], cells[3]]);
    }

    [Theory]
    [InlineData("history-mlp-12345", "epoch,loss,accuracy,val_loss,val_accuracy")]
    [InlineData("layers-cnn", "name,kind,output_shape,parameters")]
    [InlineData("selection", "criterion,model,value,is_rule")]
    [InlineData("label-percent-correct", "label,class,share")]
    [InlineData("classification-report", "class,precision,recall,f1,support")]
    [InlineData("confusion-matrix", "true_class,T-shirt/top,Trouser,Pullover,Dress,Coat,Sandal,Shirt,Sneaker,Bag,Ankle boot")]
    [InlineData("confused-pairs", "true_class,predicted_class,count")]
    [InlineData("source-comparison", "quantity,source,here")]
    public void Should_leave_a_table_as_a_file(string name, string header)
    {
        ReportFiles.Write(SampleReport.Create(), folder);

        var text = Read($"tables/{name}.csv");
        Assert.StartsWith(header + "\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void Should_quote_cells_that_hold_commas()
    {
        ReportFiles.Write(SampleReport.Create(), folder);

        Assert.Contains("dense,Dense,\"(None, 512)\",401920\n", Read("tables/layers-mlp.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_number_every_caption_and_page_of_the_pdf()
    {
        ReportFiles.Write(SampleReport.Create(), folder);

        using var pdf = PdfDocument.Open(Path.Combine(folder, "report.pdf"));
        var pages = pdf.GetPages().Select(page => string.Concat(page.Text.Where(c => !char.IsWhiteSpace(c)))).ToList();
        var text = string.Concat(pages);
        Assert.All(Enumerable.Range(1, 8), number => Assert.Contains($"Figure{number}.", text, StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, 14), number => Assert.Contains($"Table{number}.", text, StringComparison.Ordinal));
        Assert.All(pages.Index(), page => Assert.Contains($"{page.Index + 1}/{pages.Count}", page.Item, StringComparison.Ordinal));
    }

    [Fact]
    public void Should_use_no_font_but_its_own_in_the_pdf()
    {
        ReportFiles.Write(SampleReport.Create(), folder);

        using var pdf = PdfDocument.Open(Path.Combine(folder, "report.pdf"));
        var fonts = pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.FontName!.Split('+')[^1]).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["ReportMono-Regular", "ReportSans-Bold", "ReportSans-Regular"], fonts);
    }

    [Fact]
    public void Should_give_equal_bytes_in_every_culture()
    {
        var second = Path.Combine(folder, "second");
        var first = Path.Combine(folder, "first");
        ReportFiles.Write(SampleReport.Create(), first);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            // A culture without ICU data: comma for the decimal point, as in German.
            var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            german.NumberFormat.NumberDecimalSeparator = ",";
            german.NumberFormat.NumberGroupSeparator = ".";
            german.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = german;
            ReportFiles.Write(SampleReport.Create(), second);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.Equal(Digests(first), Digests(second));
    }

    private static List<string> Digests(string root) =>
    [
        .. Directory.GetFiles(root, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => Path.GetRelativePath(root, file) + " " + Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))),
    ];

    private string Read(string path) => File.ReadAllText(Path.Combine(folder, path));

    private string PdfText()
    {
        using var pdf = PdfDocument.Open(Path.Combine(folder, "report.pdf"));
        return string.Join('\n', pdf.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text))));
    }
}
