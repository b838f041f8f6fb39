using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Tests.Numerics.Kernels;

public class SoftmaxCrossEntropyTests
{
    [Fact]
    public void Should_give_the_loss_that_was_calculated_by_hand()
    {
        // Two equal logits: ln 2. Logits 0 and ln 3 with the label at the first: -ln(1/4) = 2 ln 2. Their mean: 1.5 ln 2.
        Assert.Equal(1.5 * Math.Log(2), SoftmaxCrossEntropy.Forward([5, 5, 0, 1.0986123f], [1, 0]), 1e-7);
    }

    [Fact]
    public void Should_give_the_probabilities_that_were_calculated_by_hand()
    {
        var probabilities = new float[4];
        SoftmaxCrossEntropy.Probabilities([5, 5, 0, 1.0986123f], 2, probabilities);

        Assert.Equal(0.5f, probabilities[0]);
        Assert.Equal(0.5f, probabilities[1]);
        Assert.Equal(0.25f, probabilities[2], 1e-7f);
        Assert.Equal(0.75f, probabilities[3], 1e-7f);
    }

    [Fact]
    public void Should_smooth_labels_as_it_was_calculated_by_hand()
    {
        // Logits 0 and ln 3, label at the second, smoothing 0.2: the target is 0.1 and 0.9, the probabilities 1/4 and 3/4.
        var gradient = new float[2];
        SoftmaxCrossEntropy.Backward([0, 1.0986123f], [1], 1, gradient, 0.2);

        Assert.Equal((0.1 * Math.Log(4)) + (0.9 * Math.Log(4d / 3)), SoftmaxCrossEntropy.Forward([0, 1.0986123f], [1], 0.2), 1e-7);
        Assert.Equal([0.15f, -0.15f], gradient, (a, b) => Math.Abs(a - b) < 1e-7);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    public void Should_refuse_a_smoothing_that_is_no_share_of_a_label(double smoothing)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SoftmaxCrossEntropy.Forward(new float[3], [0], smoothing));
        Assert.Throws<ArgumentOutOfRangeException>(() => SoftmaxCrossEntropy.Backward(new float[3], [0], 1, new float[3], smoothing));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 10)]
    [InlineData(32, 10)]
    [InlineData(5, 300)]
    public void Should_agree_with_double_precision_and_finite_differences(int batch, int classes)
    {
        const double Step = 1e-5;
        var logits = RandomValues.Floats(batch * classes);
        var labels = RandomValues.Integers(batch, 0, classes - 1);
        var gradient = new float[logits.Length];
        SoftmaxCrossEntropy.Backward(logits, labels, 3f, gradient);

        Assert.Equal(Loss(Array.ConvertAll(logits, x => (double)x), labels), SoftmaxCrossEntropy.Forward(logits, labels), 1e-6);
        for (var i = 0; i < logits.Length; i += 7)
        {
            var (above, below) = (Array.ConvertAll(logits, x => (double)x), Array.ConvertAll(logits, x => (double)x));
            above[i] += Step;
            below[i] -= Step;
            Assert.Equal(3 * (Loss(above, labels) - Loss(below, labels)) / (2 * Step), gradient[i], 1e-6);
        }
    }

    [Fact]
    public void Should_be_exact_where_the_loss_is_huge_or_tiny()
    {
        Assert.Equal(2e4f, SoftmaxCrossEntropy.Forward([1e4f, -1e4f], [1]));
        Assert.Equal(0f, SoftmaxCrossEntropy.Forward([1e4f, -1e4f], [0]));

        // ln(1 + e^-12) = 6.1441935e-6: nothing is lost against 1.
        Assert.Equal(6.1441935e-6f, SoftmaxCrossEntropy.Forward([12, 0], [0]), 1e-12f);
    }

    [Fact]
    public void Should_show_a_NaN() => Assert.True(float.IsNaN(SoftmaxCrossEntropy.Forward([1, 2, 3, float.NaN], [0, 0])));

    [Fact]
    public void Should_sum_gradients_of_a_row_to_zero_and_probabilities_to_one()
    {
        var logits = RandomValues.Floats(50 * 10);
        var labels = RandomValues.Integers(50, 0, 9);
        var (gradient, probabilities) = (new float[500], new float[500]);
        SoftmaxCrossEntropy.Backward(logits, labels, 1, gradient);
        SoftmaxCrossEntropy.Probabilities(logits, 10, probabilities);

        Assert.All(gradient.Chunk(10), row => Assert.Equal(0, row.Sum(x => (double)x), 1e-8));
        Assert.All(probabilities.Chunk(10), row => Assert.Equal(1, row.Sum(x => (double)x), 3e-7));
    }

    [Fact]
    public void Should_count_a_row_as_correct_where_the_first_of_the_largest_is_the_label() =>
        Assert.Equal(2, SoftmaxCrossEntropy.CountCorrect([1, 2, 0, 3, 3, 0, 3, 3, 0], [1, 0, 1]));

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Should_refuse_rows_without_classes(int classes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SoftmaxCrossEntropy.Probabilities(new float[6], classes, new float[6]));

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void Should_refuse_a_label_that_is_no_class(int label)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SoftmaxCrossEntropy.Forward(new float[3], [label]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SoftmaxCrossEntropy.Backward(new float[3], [label], 1, new float[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SoftmaxCrossEntropy.CountCorrect(new float[3], [label]));
    }

    [Fact]
    public void Should_refuse_logits_that_do_not_fill_rows()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SoftmaxCrossEntropy.Forward(new float[7], [0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SoftmaxCrossEntropy.Forward([], []));
    }

    private static double Loss(double[] logits, int[] labels)
    {
        var rows = logits.Chunk(logits.Length / labels.Length).ToList();
        return labels.Select((label, i) => Math.Log(rows[i].Sum(Math.Exp)) - rows[i][label]).Average();
    }
}
