using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Tests.Reporting.Document;

/// <summary>
/// What a source says, held against the sample's results: 7 pullovers taken for coats, 3 coats for pullovers, a bag for a shirt.
/// </summary>
public sealed class ConclusionsSectionTests
{
    private const string Heading = "What the source concluded";

    [Fact]
    public void Should_have_no_section_where_the_source_concludes_nothing() =>
        Assert.DoesNotContain(Heading, Sections.Headings(SampleReport.Create()));

    [Theory]
    [InlineData("mlp", "the text")]
    [InlineData("dense", "no")]
    public void Should_say_which_of_two_best_models_it_is_where_the_source_contradicts_itself(string code, string holds)
    {
        var rows = Rows(published => published with { BestModel = code, BestModelOfText = code == "mlp" ? "cnn" : "mlp" });

        Assert.Equal(holds, Assert.Single(rows)[2]);
        Assert.Contains("The source contradicts itself", rows[0][1], StringComparison.Ordinal);
    }

    // All 11 mistakes are within the two groups.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Should_say_which_mistakes_are_between_classes_that_are_often_taken_for_each_other(bool isReasonable)
    {
        var row = Assert.Single(Rows(published => published with { HasReasonableMistakes = isReasonable }));

        Assert.Equal(
            "11 of 11 (100.0%) are between classes that are often taken for each other: Pullover and Coat; Shirt and Bag.", row[1]);
        Assert.Equal("not tested", row[2]); // the groups are made of these mistakes
    }

    [Theory]
    [InlineData(new[] { 2, 4 }, "yes")]
    [InlineData(new[] { 2, 0 }, "1 of 2")]
    [InlineData(new[] { 0, 1 }, "no")]
    public void Should_compare_the_weakest_classes(int[] weak, string holds)
    {
        var row = Assert.Single(Rows(published => published with { WeakClasses = weak }));

        Assert.Equal("Worst here: Pullover (65.0%), Coat (85.0%).", row[1]);
        Assert.Equal(holds, row[2]);
    }

    [Theory]
    [InlineData(4, "yes")]
    [InlineData(6, "no")]
    public void Should_compare_what_is_taken_for_what(int predicted, string holds)
    {
        var row = Assert.Single(Rows(published => published with { TakenFor = [[2, predicted]] }));

        Assert.Equal($"Pullover is often taken for {SampleReport.Names[predicted]}.", row[0]);
        Assert.Equal("Most often here: Coat (7 times).", row[1]);
        Assert.Equal(holds, row[2]);
    }

    // Training accuracy 0.93 is 0.016 above that of 200 validation images, within chance.
    [Theory]
    [InlineData(false, "yes", "The source reports no overfitting.")]
    [InlineData(true, "no", "The source reports some overfitting.")]
    public void Should_compare_verdicts_on_overfitting(bool isOverfitted, string holds, string inModelSection)
    {
        var content = With(published => published with
        {
            Models = [.. published.Models.Select(model => model with { IsOverfitted = model.Model == "cnn" ? isOverfitted : null })],
        });

        Assert.Equal(holds, Assert.Single(Rows(content))[2]);
        Assert.Contains(
            "no more than chance explains: these figures show no overfitting. The training accuracy is a running mean",
            Sections.Text(content, "Model 2: convolutions"),
            StringComparison.Ordinal);
        Assert.Contains(inModelSection, Sections.Text(content, "Model 2: convolutions"), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_compare_the_embedding_with_the_model()
    {
        var row = Assert.Single(Rows(published => published with { EmbeddingAgrees = true }));

        Assert.Contains("of a point's nearest neighbours are of its class", row[1], StringComparison.Ordinal);
        Assert.Contains("the model's weakest are Pullover, Coat and Bag.", row[1], StringComparison.Ordinal);
        Assert.Empty(Rows(With(published => published with { EmbeddingAgrees = true }) with { Embedding = null }));
    }

    private static IReadOnlyList<IReadOnlyList<string>> Rows(Func<PublishedResults, PublishedResults> change) => Rows(With(change));

    private static IReadOnlyList<IReadOnlyList<string>> Rows(ReportContent content) => Sections.Headings(content).Contains(Heading)
        ? Assert.Single(Sections.Blocks(content, Heading).OfType<TableBlock>()).Rows : [];

    private static ReportContent With(Func<PublishedResults, PublishedResults> change)
    {
        var sample = SampleReport.Create();
        return sample with { Published = change(sample.Published!) };
    }
}
