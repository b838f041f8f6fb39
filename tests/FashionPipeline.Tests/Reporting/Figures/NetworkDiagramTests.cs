using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Figures;

namespace FashionPipeline.Tests.Reporting.Figures;

public sealed class NetworkDiagramTests
{
    [Fact]
    public void Should_draw_a_box_for_what_makes_something_new_and_name_the_rest_in_it() => Assert.Equal(
        "From left to right: Input, random flip, 28 × 28 × 1; Conv2D, 8 filters, 3 × 3 kernel, batch norm, ReLU, dropout 0.2, 26 × 26 × 8; "
            + "Flatten, 5408; Dense, 10 units, softmax, 10",
        Text(
            Row("random_flip", "RandomFlip", "", "28, 28, 1"),
            Row("conv2d", "Conv2D", "8 filters, 3 × 3 kernel, no padding, linear, He normal", "26, 26, 8"),
            Row("batch_normalization", "BatchNormalization", "momentum 0.9, epsilon 0.001", "26, 26, 8"),
            Row("activation", "Activation", "ReLU", "26, 26, 8"),
            Row("dropout", "Dropout", "rate 0.2", "26, 26, 8"),
            Row("flatten", "Flatten", "", "5408"),
            Row("dense", "Dense", "10 units, softmax, Glorot uniform", "10")));

    [Fact]
    public void Should_say_where_a_block_adds_its_input() => Assert.Equal(
        "From left to right: Input, 28 × 28 × 1; Conv2D, 8 filters, batch norm, projection beside it, + the block's input, 14 × 14 × 8; "
            + "Dense, 10 units, 10",
        Text(
            Row("residual", "Residual", "ReLU", "14, 14, 8"),
            Row("residual.conv2d", "Conv2D", "8 filters", "14, 14, 8", depth: 1),
            Row("residual.batch_normalization", "BatchNormalization", "", "14, 14, 8", depth: 1),
            Row("residual.projection", "Conv2D", "", "14, 14, 8", depth: 1),
            Row("dense", "Dense", "10 units", "10")));

    [Fact]
    public void Should_go_on_in_the_next_row_where_one_is_full()
    {
        var few = Draw([.. Enumerable.Repeat(Row("dense", "Dense", "9 units", "9"), 6)]);
        var many = Draw([.. Enumerable.Repeat(Row("dense", "Dense", "9 units", "9"), 7)]);

        Assert.Equal(few.Width, many.Width);
        Assert.True(many.Height > 1.5 * few.Height);
    }

    private static string Text(params LayerRow[] rows) => Draw(rows).AlternativeText;

    private static Figure Draw(params LayerRow[] rows)
    {
        var sample = SampleReport.Create();
        var content = sample with { Models = [sample.Models[0] with { Layers = rows }, sample.Models[1]] };
        return ReportDocument.Compose(content).OfType<FigureBlock>().Select(block => block.Figure)
            .Single(figure => figure.Name == "network-mlp");
    }

    private static LayerRow Row(string name, string kind, string settings, string shape, int depth = 0) =>
        new(name, kind, $"(None, {shape})", 0) { Settings = settings, Depth = depth };
}
