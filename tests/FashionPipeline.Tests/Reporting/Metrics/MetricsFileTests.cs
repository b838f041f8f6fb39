using System.Text.Json;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Metrics;

namespace FashionPipeline.Tests.Reporting.Metrics;

public sealed class MetricsFileTests
{
    [Fact]
    public void Should_write_numbers_that_read_back_exactly()
    {
        var content = SampleReport.Create();

        var run = RunOfBest(content);
        var last = run.GetProperty("history")[4];
        Assert.Equal(content.BestModel.FirstRun.LastEpoch.ValidationAccuracy, last.GetProperty("validationAccuracy").GetDouble());
        Assert.Equal(0.945, run.GetProperty("accuracy").GetDouble());
        Assert.Equal(7, run.GetProperty("confusion")[2][4].GetInt32());
        Assert.Equal(0.65, run.GetProperty("classes")[2].GetProperty("recall").GetDouble());
    }

    [Fact]
    public void Should_give_intervals_beside_every_share_of_test_images()
    {
        var run = RunOfBest(SampleReport.Create());

        // Wilson's interval of 189 of 200 and of 13 of 20, worked by hand from the formula with z = 1.96.
        Assert.Equal(0.9042, run.GetProperty("accuracyInterval").GetProperty("low").GetDouble(), 4);
        Assert.Equal(0.8188, run.GetProperty("classes")[2].GetProperty("recallInterval").GetProperty("high").GetDouble(), 4);
    }

    [Fact]
    public void Should_judge_the_overfitting_of_every_run()
    {
        var overfitting = RunOfBest(SampleReport.Create()).GetProperty("overfitting");

        // The training accuracy of the fifth epoch is 0.93, the validation accuracy 0.914; the validation loss falls to the end.
        Assert.Equal(0.016, overfitting.GetProperty("gap").GetDouble(), 6);
        Assert.Equal(1.96 * Math.Sqrt((0.93 * 0.07 / 30) + (0.914 * 0.086 / 200)), overfitting.GetProperty("margin").GetDouble(), 4);
        Assert.Equal(5, overfitting.GetProperty("epochOfLowestValidationLoss").GetInt32());
        Assert.False(overfitting.GetProperty("isOverfitted").GetBoolean());
    }

    [Fact]
    public void Should_give_the_average_precision_of_every_class()
    {
        var classes = RunOfBest(SampleReport.Create()).GetProperty("classes");

        // Each prediction has the probability 1: 17 of the 24 taken for coats are some; the last threshold finds all 20, among 200.
        Assert.Equal(1, classes[0].GetProperty("averagePrecision").GetDouble());
        Assert.Equal((17 / 24d * 17 / 20) + (20 / 200d * 3 / 20), classes[4].GetProperty("averagePrecision").GetDouble(), 6);
    }

    [Fact]
    public void Should_give_the_probability_of_the_test_of_the_two_best_models()
    {
        var test = Read(SampleReport.CreateWithWorseFirstModel()).GetProperty("mcNemar");

        // 20 images fall to one side: 2 times 0.5 to the 20th.
        Assert.Equal(2 / 1048576d, test.GetProperty("pValue").GetDouble());
    }

    [Fact]
    public void Should_give_the_test_accuracy_of_its_own_only_where_images_were_set_aside_to_validate_on()
    {
        var (without, with) = (Read(SampleReport.Create()), Read(SampleReport.WithValidationSet(SampleReport.Create())));

        Assert.Equal(10, with.GetProperty("dataSet").GetProperty("validationImages").GetInt32());
        Assert.Equal(0.945, with.GetProperty("models")[1].GetProperty("testAccuracy").GetProperty("mean").GetDouble());
        Assert.False(without.GetProperty("dataSet").TryGetProperty("validationImages", out _));
        Assert.False(without.GetProperty("models")[1].TryGetProperty("testAccuracy", out _));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Should_mark_synthetic_data_and_only_that(bool synthetic) =>
        Assert.Equal(synthetic, Read(SampleReport.Create(synthetic)).GetProperty("dataSet").GetProperty("synthetic").GetBoolean());

    [Fact]
    public void Should_say_null_of_what_the_experiment_leaves_out()
    {
        var metrics = Read(SampleReport.CreateLarge(1, 2) with { Embedding = null });

        Assert.Equal(JsonValueKind.Null, metrics.GetProperty("embedding").ValueKind);
        Assert.Equal(JsonValueKind.Null, metrics.GetProperty("mcNemar").ValueKind);
    }

    private static JsonElement RunOfBest(ReportContent content) => Read(content).GetProperty("models")[1].GetProperty("runs")[0];

    private static JsonElement Read(ReportContent content) => JsonElement.Parse(MetricsFile.ToBytes(content));
}
