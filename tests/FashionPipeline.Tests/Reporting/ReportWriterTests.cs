using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using FashionPipeline.Evaluation.Selection;
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
            "# Sample experiment", "## Samples", "## Preprocessing", "## Model 1: ReLU activations", "## Model 2: convolutions", "## Best model", "## The two best models", "## Best model predictions",
            "## Label percent correct", "## Confusion matrix", "## Most confident mistakes", "## Calibration", "## Spectral embedding", "## Source and here", "## Model card", "## Data and software",
        ];
        Assert.Equal(sections, Read("report.md").Split('\n').Where(line => line.StartsWith('#')));
    }

    [Fact]
    public void Should_link_only_figures_that_exist()
    {
        ReportFiles.Write(SampleReport.Create(), folder);

        var links = Read("report.md").Split('\n').Where(line => line.StartsWith("![", StringComparison.Ordinal)).Select(line => line.Split("](")[1].TrimEnd(')')).ToList();
        Assert.Equal(12, links.Count);
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
    public void Should_give_intervals_beside_every_share_of_test_images()
    {
        ReportFiles.Write(SampleReport.Create(), folder);

        // Wilson's interval of 189 of 200 and of 13 of 20, worked by hand from the formula with z = 1.96.
        var report = Read("report.md");
        Assert.Contains("| Model 2 (cnn) | 12345 | 189 | 200 | 94.50% | 90.42% to 96.90% |", report, StringComparison.Ordinal);
        Assert.Contains("| [2] | Pullover | 65.00% | 43.29% to 81.88% |", report, StringComparison.Ordinal);
        using var metrics = JsonDocument.Parse(Read("metrics.json"));
        var run = metrics.RootElement.GetProperty("models")[1].GetProperty("runs")[0];
        Assert.Equal(0.9042, run.GetProperty("accuracyInterval").GetProperty("low").GetDouble(), 4);
        Assert.Equal(0.8188, run.GetProperty("classes")[2].GetProperty("recallInterval").GetProperty("high").GetDouble(), 4);
    }

    [Fact]
    public void Should_test_whether_the_two_best_models_differ()
    {
        // Model 1 errs as model 2 does, and takes each of the 20 dresses for a shirt besides.
        ReportFiles.Write(SampleReport.CreateWithWorseFirstModel(), folder);

        var report = Read("report.md");
        Assert.Contains("| Model 2 (cnn): correct | 169 | 20 | 189 |", report, StringComparison.Ordinal);
        Assert.Contains("| Model 2 (cnn): incorrect | 0 | 11 | 11 |", report, StringComparison.Ordinal);
        Assert.Contains("20 against 0 images: p &lt; 0.0001 by the exact binomial test. At the 5% level this is more than chance", report, StringComparison.Ordinal);
        using var metrics = JsonDocument.Parse(Read("metrics.json"));
        Assert.Equal(2 / 1048576d, metrics.RootElement.GetProperty("mcNemar").GetProperty("pValue").GetDouble());
    }

    [Fact]
    public void Should_show_the_mistakes_that_the_best_model_was_surest_of()
    {
        ReportFiles.Write(SampleReport.Create(), folder);

        // All are equally sure in the sample, so that they come in the order of the images: 2 is a pullover, 4 a coat, 8 a bag.
        Assert.Contains("\n2,Pullover,Coat,1,0\n4,Coat,Pullover,1,0\n8,Bag,Shirt,1,0\n", Read("tables/confident-mistakes.csv"), StringComparison.Ordinal);
        Assert.Contains("| 2 | Pullover | Coat | 100.00% | 0.00% |", Read("report.md"), StringComparison.Ordinal);
        Assert.Contains("Class: Bag, Predicted: Shirt, Probability: 100.00%", Read("report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_headline_the_mean_over_the_seeds_and_say_how_far_they_lie_apart()
    {
        ReportFiles.Write(SampleReport.CreateWithSeeds(), folder);

        // Accuracies 0.945, 0.945 and 1; validation accuracies 0.914, 0.924 and 0.934, training accuracies 0.93, 0.94 and 0.95.
        var report = Read("report.md");
        Assert.Contains("96.33% of 200 test images correctly, on average over 3 seeds, with a standard deviation of 3.18 points", report, StringComparison.Ordinal);
        Assert.Contains("| Model 2 (cnn) | 0.9400 ± 0.0100 | 0.9240 ± 0.0100 | 0.2200 ± 0.0000 |", report, StringComparison.Ordinal);
        Assert.Contains("| Model 2 (cnn) | 3 | 200 | 200 | 100.00% | 98.12% to 100.00% |", report, StringComparison.Ordinal);
        Assert.Contains("Accuracies of model 2, seed 1; the pale lines are of seeds 2, 3.", report, StringComparison.Ordinal);
        Assert.Contains("| Accuracy | Mean over 3 seeds 96.33%, standard deviation 3.18 points. Seed 1: 94.50% of the test images", report, StringComparison.Ordinal);
        Assert.StartsWith("model,seeds,accuracy_mean,accuracy_deviation,val_accuracy_mean,", Read("tables/seeds.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_compare_the_mean_over_the_seeds_with_the_source()
    {
        ReportFiles.Write(SampleReport.CreateWithSeeds(), folder);

        // 13 of 20 pullovers with two of the seeds, all with the third.
        Assert.Contains("| Model 2 (cnn): Pullover [2] correct | 0.6810 | 0.7667 | +0.0857 |", Read("report.md"), StringComparison.Ordinal);
        Assert.Contains("| Model 2 (cnn): validation accuracy | 0.8705 | 0.9240 | +0.0535 |", Read("report.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(6, 10)]
    [InlineData(2, 40)]
    [InlineData(1, 2)]
    public void Should_have_room_for_any_number_of_models_and_classes_with_long_names(int models, int classes)
    {
        ReportFiles.Write(SampleReport.CreateLarge(models, classes), folder);

        var report = Read("report.md");
        Assert.Equal(models, report.Split('\n').Count(line => line.StartsWith("## Model ", StringComparison.Ordinal) && !line.StartsWith("## Model card", StringComparison.Ordinal)));
        Assert.Equal(models > 1, report.Contains("## The two best models", StringComparison.Ordinal));
        Assert.Equal(classes > 16, report.Contains("is too wide for a page", StringComparison.Ordinal));
        Assert.Contains("Model card", PdfText(), StringComparison.Ordinal);
        Assert.Equal(classes + 3, Read("tables/classification-report.csv").TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public void Should_name_the_limits_that_the_experiment_has()
    {
        ReportFiles.Write(SampleReport.Create(synthetic: true), folder);

        var report = Read("report.md");
        Assert.Contains("- It gives every image one of its 10 classes", report, StringComparison.Ordinal);
        Assert.Contains("knows nothing of photographs", report, StringComparison.Ordinal);
        Assert.Contains("It was chosen from 2 models by the same test images", report, StringComparison.Ordinal);
        Assert.Contains("It was trained with one seed", report, StringComparison.Ordinal);
        Assert.Contains("The models were given different input (Model 1 (mlp): pixels / 255; Model 2 (cnn): raw pixels, 0 to 255)", report, StringComparison.Ordinal);
        Assert.Contains("lowest for Pullover: 65.00%, 95% interval 43.29% to 81.88%.", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_not_say_that_the_selection_saw_the_test_images_where_it_did_not()
    {
        var content = SampleReport.Create();
        ReportFiles.Write(SampleReport.WithModels(content, content.Models, content.Findings.Selection with { Criterion = SelectionCriterion.TrainingAccuracy }), folder);

        Assert.DoesNotContain("the selection sees the images", Read("report.md"), StringComparison.Ordinal);
        Assert.DoesNotContain("It was chosen from", Read("report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_name_no_limit_that_the_experiment_does_not_have()
    {
        var content = SampleReport.CreateWithSeeds();
        var selection = ModelSelection.Select(content.Findings.Selection.Criterion, [content.Models[1].Findings.LastFigures]);
        ReportFiles.Write(SampleReport.WithModels(content, [content.Models[1]], selection) with { Published = null }, folder);

        var report = Read("report.md");
        Assert.DoesNotContain("knows nothing of photographs", report, StringComparison.Ordinal);
        Assert.DoesNotContain("It was chosen from", report, StringComparison.Ordinal);
        Assert.DoesNotContain("It was trained with one seed", report, StringComparison.Ordinal);
        Assert.DoesNotContain("The models were given different input", report, StringComparison.Ordinal);
        Assert.DoesNotContain("## The two best models", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_tell_how_much_surer_than_right_each_model_is()
    {
        ReportFiles.Write(SampleReport.Create(), folder);

        // The sample's models are always sure of one class: all images are in the last bin, and the error is 1 - 0.945.
        Assert.Contains("| Model 2 (cnn) | 12345 | 0.9450 | 1.0000 | 0.0550 | 0.0550 |", Read("report.md"), StringComparison.Ordinal);
        Assert.Contains("Model 2 (cnn) was on the whole overconfident: its mean confidence is 100.00%, its accuracy 94.50%.", Read("report.md"), StringComparison.Ordinal);
        Assert.EndsWith(",1,200,189,1\n", Read("tables/reliability-diagram.csv"), StringComparison.Ordinal);
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
        Assert.Contains("Model 2 (cnn) classified every test image correctly.", Read("report.md"), StringComparison.Ordinal);
        Assert.Equal("image,true_class,predicted_class,probability,true_class_probability\n", Read("tables/confident-mistakes.csv"));
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
    [InlineData("classification-report", "class,precision,recall,f1,support,precision_low,precision_high,recall_low,recall_high")]
    [InlineData("accuracies", "model,seed,correct,images,accuracy,low,high")]
    [InlineData("confusion-matrix", "true_class,T-shirt/top,Trouser,Pullover,Dress,Coat,Sandal,Shirt,Sneaker,Bag,Ankle boot")]
    [InlineData("confused-pairs", "true_class,predicted_class,count")]
    [InlineData("mcnemar", "first,second,seed,both_correct,only_first,only_second,neither_correct,exact,statistic,p_value")]
    [InlineData("confident-mistakes", "image,true_class,predicted_class,probability,true_class_probability")]
    [InlineData("calibration", "model,seed,accuracy,mean_confidence,expected_error,maximum_error")]
    [InlineData("reliability-diagram", "low,high,count,correct,mean_confidence")]
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
        Assert.All(Enumerable.Range(1, 12), number => Assert.Contains($"Figure{number}.", text, StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, 19), number => Assert.Contains($"Table{number}.", text, StringComparison.Ordinal));
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
    public void Should_embed_each_font_once_for_text_and_figures()
    {
        ReportFiles.Write(SampleReport.Create(), folder);

        var file = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(folder, "report.pdf")));
        Assert.Equal(3, file.Split("/FontFile2 ").Length - 1);
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
