using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Metrics;

namespace FashionPipeline.Tests.Evaluation.Metrics;

public class MetricsTests
{
    // Truth by row: class 0 [1 1 0], class 1 [0 2 1], class 2 has no image and is predicted once, wrongly.
    private static readonly ConfusionMatrix Matrix = ConfusionMatrix.Of([0, 0, 1, 1, 1], [0, 1, 1, 1, 2], 3);

    [Fact]
    public void Should_count_true_classes_by_row_and_predicted_ones_by_column()
    {
        Assert.Equal([1, 1, 0, 0, 2, 1, 0, 0, 0], Matrix.Counts);
        Assert.Equal(1, Matrix[1, 2]);
    }

    [Fact]
    public void Should_compute_scores_by_their_definitions()
    {
        var report = ClassificationReport.Of(Matrix);

        Assert.Equal(3 / 5d, report.Accuracy);
        Assert.Equal(new ClassScores { Precision = 1, Recall = 1 / 2d, F1 = 2 / 3d, Support = 2 }, report.Classes[0]);
        Assert.Equal(new ClassScores { Precision = 2 / 3d, Recall = 2 / 3d, F1 = 2 / 3d, Support = 3 }, report.Classes[1]);
    }

    [Fact]
    public void Should_give_zero_where_a_ratio_has_no_denominator()
    {
        Assert.Equal(new ClassScores { Precision = 0, Recall = 0, F1 = 0, Support = 0 }, ClassificationReport.Of(Matrix).Classes[2]);
    }

    [Fact]
    public void Should_average_over_classes_plainly_and_by_support()
    {
        var report = ClassificationReport.Of(Matrix);

        Assert.Equal(5 / 9d, report.MacroAverage.Precision, 15);
        Assert.Equal(7 / 18d, report.MacroAverage.Recall, 15);
        Assert.Equal(4 / 9d, report.MacroAverage.F1, 15);
        Assert.Equal(4 / 5d, report.WeightedAverage.Precision, 15);
        Assert.Equal(3 / 5d, report.WeightedAverage.Recall, 15);
        Assert.Equal(2 / 3d, report.WeightedAverage.F1, 15);
        Assert.Equal(5, report.WeightedAverage.Support);
    }

    [Fact]
    public void Should_order_confused_pairs_by_count_then_truth_then_prediction()
    {
        var matrix = new ConfusionMatrix { Classes = 3, Counts = [9, 1, 4, 4, 9, 0, 1, 0, 9] };

        Assert.Equal([new(0, 2, 4), new(1, 0, 4), new(0, 1, 1), new(2, 0, 1)], ConfusedPairs.Of(matrix));
    }

    [Fact]
    public void Should_reject_a_class_out_of_range()
    {
        var fault = Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of([0, 3], [0, 0], 3));
        Assert.Contains("Image 1", fault.Message);
    }

    [Fact]
    public void Should_tell_right_images_from_wrong_ones_and_put_the_most_confident_mistake_first()
    {
        var predictions = new Predictions
        {
            Classes = 2,
            Labels = [0, 0, 1, 0],
            Probabilities = [0.9f, 0.1f, 0.4f, 0.6f, 0.3f, 0.7f, 0.2f, 0.8f],
        };
        var outcomes = PredictionOutcomes.Of(predictions);

        Assert.Equal([0, 2], outcomes.Correct);
        Assert.Equal([1, 3], outcomes.Incorrect);
        Assert.Equal([3, 1], Mistake.MostConfidentOf(predictions).Select(mistake => mistake.Image));
    }

    [Fact]
    public void Should_tell_of_a_mistake_what_was_taken_for_what_and_how_surely()
    {
        var predictions = new Predictions
        {
            Classes = 3,
            Labels = [0, 1, 2],
            Probabilities = [0.25f, 0.5f, 0.25f, 0, 1, 0, 0.75f, 0.125f, 0.125f],
        };

        var mistakes = Mistake.MostConfidentOf(predictions);

        Assert.Equal([new(2, 2, 0, 0.75f, 0.125f), new(0, 0, 1, 0.5f, 0.25f)], mistakes);
    }
}
