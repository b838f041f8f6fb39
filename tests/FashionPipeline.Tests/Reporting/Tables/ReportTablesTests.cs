using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Tables;

namespace FashionPipeline.Tests.Reporting.Tables;

public sealed class ReportTablesTests
{
    [Theory]
    [InlineData("history-mlp-12345", "epoch,loss,accuracy,val_loss,val_accuracy")]
    [InlineData("layers-cnn", "name,kind,settings,output_shape,parameters")]
    [InlineData("selection", "criterion,model,value,is_rule")]
    [InlineData("samples", "image,class")]
    [InlineData("correct-predictions", "image,true_class,predicted_class")]
    [InlineData("incorrect-predictions", "image,true_class,predicted_class")]
    [InlineData("label-percent-correct", "label,class,share")]
    [InlineData("classification-report", "class,precision,recall,f1,support,precision_low,precision_high,recall_low,recall_high")]
    [InlineData("accuracies", "model,seed,correct,images,accuracy,low,high")]
    [InlineData("confusion-matrix", "true_class,T-shirt/top,Trouser,Pullover,Dress,Coat,Sandal,Shirt,Sneaker,Bag,Ankle boot")]
    [InlineData("confused-pairs", "true_class,predicted_class,count")]
    [InlineData("mcnemar", "first,second,seed,both_correct,only_first,only_second,neither_correct,exact,statistic,p_value")]
    [InlineData("confident-mistakes", "image,true_class,predicted_class,probability,true_class_probability")]
    [InlineData("calibration", "model,seed,accuracy,mean_confidence,expected_error,maximum_error")]
    [InlineData("reliability-diagram", "low,high,count,correct,mean_confidence")]
    [InlineData("spectral-embedding", "index,x,y,label")]
    [InlineData("source-comparison", "quantity,source,here")]
    public void Should_head_each_table_with_the_names_of_its_columns(string name, string header) =>
        Assert.Equal(header, Lines(SampleReport.Create(), name)[0]);

    [Fact]
    public void Should_head_the_table_of_seeds_only_where_there_are_several()
    {
        Assert.Equal(
            "model,seeds,accuracy_mean,accuracy_deviation,val_accuracy_mean,val_accuracy_deviation,val_loss_mean,val_loss_deviation",
            Lines(SampleReport.CreateWithSeeds(), "seeds")[0]);
        Assert.DoesNotContain("seeds", Names(SampleReport.Create()));
    }

    [Fact]
    public void Should_set_a_seed_beside_others_only_where_there_are_some()
    {
        var content = SampleReport.WithSeedComparison(SampleReport.Create());

        Assert.Equal(
            "source,model,seed,accuracy,rank,seeds,mean,deviation,lowest,highest,times_chosen", Lines(content, "seed-comparison")[0]);
        Assert.StartsWith("sample-seeds,mlp,12345,0.945,1,3,0.93", Lines(content, "seed-comparison")[1], StringComparison.Ordinal);
        Assert.Equal(
            ["source,model,seed,accuracy", "sample-seeds,mlp,12345,0.945", "sample-seeds,mlp,1,0.92"],
            Lines(content, "seed-accuracies")[..3]);
        Assert.StartsWith("sample-seeds,cnn,mlp,3,0.00833", Lines(content, "paired-difference")[1], StringComparison.Ordinal);
        Assert.DoesNotContain("seed-comparison", Names(SampleReport.Create()));
    }

    [Fact]
    public void Should_add_the_other_accuracy_only_where_images_were_set_aside_to_validate_on()
    {
        var content = SampleReport.WithValidationSet(SampleReport.CreateWithSeeds());

        Assert.Equal("model,seed,correct,images,accuracy,low,high,val_accuracy", Lines(content, "accuracies")[0]);
        Assert.EndsWith(
            ",val_loss_deviation,test_accuracy_mean,test_accuracy_deviation", Lines(content, "seeds")[0], StringComparison.Ordinal);
        Assert.All(Lines(content, "seeds").Concat(Lines(content, "accuracies")), line => Assert.False(line.EndsWith(',')));
    }

    [Fact]
    public void Should_leave_the_data_of_every_figure_beside_it()
    {
        var content = SampleReport.CreateWithSeeds();
        var tables = Names(content).ToList();

        foreach (var figure in ReportDocument.Compose(content).OfType<FigureBlock>().Select(block => block.Figure.Name))
        {
            var ofModel = Regex.Match(figure, "^(accuracy|loss|network)-(mlp|cnn)$");
            string[] needed = (ofModel.Groups[1].Value, figure) switch
            {
                ("accuracy" or "loss", _) => [.. new[] { 1, 2, 3 }.Select(seed => $"history-{ofModel.Groups[2].Value}-{seed}")],
                ("network", _) => [$"layers-{ofModel.Groups[2].Value}"],
                (_, "validation-accuracies") => ["history-mlp-1", "history-cnn-1"],
                _ => [figure],
            };
            Assert.All(needed, table => Assert.Contains(table, tables));
        }
    }

    [Fact]
    public void Should_name_the_images_that_the_grids_show()
    {
        var content = SampleReport.CreateWithSeeds();

        // The sample's pullovers are the third class; the last training image of a class is among the last ten of 30.
        Assert.Equal(["21,T-shirt/top", "22,Trouser"], Lines(content, "samples")[1..3]);
        Assert.Equal(["2,Pullover,Coat", "4,Coat,Pullover", "8,Bag,Shirt"], Lines(content, "incorrect-predictions")[1..4]);
        Assert.Equal("0,T-shirt/top,T-shirt/top", Lines(content, "correct-predictions")[1]);
    }

    [Fact]
    public void Should_begin_with_the_mistakes_that_the_best_model_was_surest_of() =>
        Assert.Equal(
            ["2,Pullover,Coat,1,0", "4,Coat,Pullover,1,0", "8,Bag,Shirt,1,0"],
            Lines(SampleReport.Create(), "confident-mistakes")[1..4]);

    [Fact]
    public void Should_count_each_pair_of_classes_once_in_the_confusion_matrix()
    {
        var rows = Lines(SampleReport.Create(), "confusion-matrix");

        // 13 of 20 pullovers are recognised, 7 are taken for coats.
        Assert.Equal(11, rows.Length);
        Assert.Equal("Pullover,0,0,13,0,7,0,0,0,0,0", rows[3]);
    }

    // All of the sample's predictions have the probability 1, and 189 of 200 are right.
    [Fact]
    public void Should_put_the_surest_predictions_into_the_last_bin() =>
        Assert.EndsWith(",1,200,189,1", Lines(SampleReport.Create(), "reliability-diagram")[^1], StringComparison.Ordinal);

    [Fact]
    public void Should_leave_the_rows_out_that_a_model_without_mistakes_has_not()
    {
        var content = SampleReport.Create(mistakes: false);

        Assert.Equal(["true_class,predicted_class,count"], Lines(content, "confused-pairs"));
        Assert.Equal(["image,true_class,predicted_class,probability,true_class_probability"], Lines(content, "confident-mistakes"));
        Assert.Equal(["image,true_class,predicted_class"], Lines(content, "incorrect-predictions"));
    }

    [Fact]
    public void Should_leave_out_the_tables_of_what_the_experiment_leaves_out()
    {
        var tables = Names(SampleReport.CreateLarge(1, 2) with { Embedding = null, Published = null });

        Assert.Empty(tables.Intersect(["spectral-embedding", "source-comparison", "mcnemar"]));
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(6, 10)]
    [InlineData(2, 40)]
    [InlineData(1, 2)]
    public void Should_have_a_row_for_each_of_any_number_of_classes_and_both_averages(int models, int classes)
    {
        var rows = Lines(SampleReport.CreateLarge(models, classes), "classification-report");

        Assert.Equal(1 + classes + 2, rows.Length);
        Assert.Equal(["macro average", "weighted average"], rows[^2..].Select(row => row.Split(',')[0]));
    }

    [Fact]
    public void Should_write_coordinates_that_read_back_exactly()
    {
        var content = SampleReport.Create();
        var coordinates = content.Embedding!.Result.Coordinates;

        var rows = Lines(content, "spectral-embedding");

        Assert.Equal(1 + 200, rows.Length);
        var cells = rows[58].Split(',');
        Assert.Equal(coordinates[114], double.Parse(cells[1], CultureInfo.InvariantCulture));
        Assert.Equal(coordinates[115], double.Parse(cells[2], CultureInfo.InvariantCulture));
        Assert.Equal(["57", "7"], [cells[0], cells[3]]);
    }

    // No double is nearer to a third than this one; its shortest text that reads back has sixteen digits.
    [Fact]
    public void Should_write_a_history_in_full_precision()
    {
        var content = SampleReport.ChangeRuns(
            SampleReport.Create(), run => run with { History = [run.History[0] with { Loss = 1d / 3, Accuracy = -1e-7 }] });

        var cells = Lines(content, "history-cnn-12345")[1].Split(',');

        Assert.Equal("0.3333333333333333", cells[1]);
        Assert.Equal(-1e-7, double.Parse(cells[2], CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Should_write_the_same_bytes_in_every_culture()
    {
        var content = SampleReport.CreateWithSeeds();

        Assert.Equal(Bytes(content), CommaCulture.Run(() => Bytes(content)));

        static List<string> Bytes(ReportContent content) =>
            [.. ReportTables.Of(content).Select(table => Convert.ToHexString(table.ToBytes()))];
    }

    [Fact]
    public void Should_end_every_line_in_one_character()
    {
        Assert.All(ReportTables.Of(SampleReport.CreateWithSeeds()), table =>
        {
            var text = Encoding.UTF8.GetString(table.ToBytes());
            Assert.DoesNotContain('\r', text);
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\n\n", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Should_quote_the_shapes_of_layers() =>
        Assert.Contains("dense,Dense,,\"(None, 512)\",401920", Lines(SampleReport.Create(), "layers-mlp"));

    private static IEnumerable<string> Names(ReportContent content) => ReportTables.Of(content).Select(table => table.Name);

    private static string[] Lines(ReportContent content, string name) =>
        Encoding.UTF8.GetString(ReportTables.Of(content).Single(table => table.Name == name).ToBytes()).TrimEnd('\n').Split('\n');
}
