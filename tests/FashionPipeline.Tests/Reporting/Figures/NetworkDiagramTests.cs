using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Figures;

namespace FashionPipeline.Tests.Reporting.Figures;

public sealed class NetworkDiagramTests
{
    private static readonly SettingWords Filters = new("filters", "8", "8 filters");
    private static readonly SettingWords Units = new("units", "10", "10 units");

    [Fact]
    public void Should_draw_a_box_for_what_makes_something_new_and_name_the_rest_in_it() => Assert.Equal(
        "From left to right: Input, random flip, 28 × 28 × 1; Conv2D, 8 filters, 3 × 3 kernel, batch norm, ReLU, dropout 0.2, 26 × 26 × 8; "
            + "Flatten, 5408; Dense, 10 units, softmax, 10",
        Text(
            Row("random_flip", "RandomFlip", "28, 28, 1"),
            Row(
                "conv2d", "Conv2D", "26, 26, 8", Filters, new("kernel", "3 × 3", "3 × 3 kernel"), new("padding", "valid", "no padding"),
                new("activation", "linear", "linear"), new("initialiser", "he_normal", "He normal"), new("strides", "1", "strides 1")),
            Row("batch_normalization", "BatchNormalization", "26, 26, 8", new SettingWords("momentum", "0.9", "momentum 0.9")),
            Row("activation", "Activation", "26, 26, 8", new SettingWords("function", "relu", "ReLU")),
            Row("dropout", "Dropout", "26, 26, 8", new SettingWords("rate", "0.2", "rate 0.2")),
            Row("flatten", "Flatten", "5408"),
            Row(
                "dense", "Dense", "10", Units, new("activation", "softmax", "softmax"),
                new("initialiser", "glorot_uniform", "Glorot uniform"))));

    [Fact]
    public void Should_say_where_a_block_adds_its_input() => Assert.Equal(
        "From left to right: Input, 28 × 28 × 1; Conv2D, 8 filters, batch norm, projection beside it, + the block's input, 14 × 14 × 8; "
            + "Dense, 10 units, 10",
        Text(
            Row("residual", "Residual", "14, 14, 8", new SettingWords("activation", "relu", "ReLU")),
            Row("residual.conv2d", "Conv2D", "14, 14, 8", Filters) with { Depth = 1 },
            Row("residual.batch_normalization", "BatchNormalization", "14, 14, 8") with { Depth = 1 },
            Row("residual.projection", "Conv2D", "14, 14, 8") with { Depth = 1 },
            Row("dense", "Dense", "10", Units)));

    [Fact]
    public void Should_go_on_in_the_next_row_where_one_is_full()
    {
        var few = Draw([.. Enumerable.Repeat(Row("dense", "Dense", "10", Units), 6)]);
        var many = Draw([.. Enumerable.Repeat(Row("dense", "Dense", "10", Units), 7)]);

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

    private static LayerRow Row(string name, string kind, string shape, params SettingWords[] settings) =>
        new(name, kind, $"(None, {shape})", 0) { Settings = settings };
}
