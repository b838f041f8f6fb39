using System.Text.RegularExpressions;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Tests.Reporting.Document;

public sealed class ReportDocumentTests
{
    [Fact]
    public void Should_show_every_section_in_the_order_of_the_source()
    {
        string[] sections =
        [
            "Samples", "Preprocessing", "Model 1: ReLU activations", "Model 2: convolutions", "Best model", "The two best models",
            "Best model predictions", "Label percent correct", "Confusion matrix", "Most confident mistakes", "Calibration",
            "Spectral embedding", "Comparison with the source", "Model card", "Reproduction and citation", "References",
            "Appendix: data and software",
        ];

        Assert.Equal(
            [new HeadingBlock(1, "Sample experiment"), .. sections.Select(section => new HeadingBlock(2, section))],
            ReportDocument.Compose(SampleReport.Create()).OfType<HeadingBlock>());
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(6, 10)]
    [InlineData(2, 40)]
    [InlineData(1, 2)]
    public void Should_have_a_section_for_each_of_any_number_of_models(int models, int classes)
    {
        var sections = Sections.Headings(SampleReport.CreateLarge(models, classes)).ToList();

        Assert.Equal(
            Enumerable.Range(1, models).Select(number => $"Model {number}: a title that does not end where others would"),
            sections.Where(section => section.StartsWith("Model ", StringComparison.Ordinal) && section != "Model card"));
        Assert.Contains("Model card", sections);
    }

    [Fact]
    public void Should_say_nothing_of_what_the_experiment_does_not_have()
    {
        var content = SampleReport.CreateWithSeeds();
        var selection = ModelSelection.Select(content.Findings.Selection.Criterion, [content.Models[1].Findings.LastFigures]);

        var text = Sections.Text(SampleReport.WithModels(content, [content.Models[1]], selection) with { Published = null });

        string[] absent =
        [
            "knows nothing of photographs", "It was chosen from", "It was trained with one seed", "The models were given different input",
            "The two best models", "Comparison with the source",
        ];
        Assert.All(absent, words => Assert.DoesNotContain(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Should_mention_every_figure_and_table_in_the_text_and_none_that_is_not_there()
    {
        ReportContent[] contents =
        [
            SampleReport.Create(), SampleReport.CreateWithSeeds(), SampleReport.CreateLarge(1, 2), SampleReport.CreateLarge(6, 10),
            SampleReport.CreateLarge(2, 40),
        ];
        foreach (var content in contents)
        {
            var blocks = ReportDocument.Compose(content);
            var figures = blocks.OfType<FigureBlock>().Select(figure => $"Figure {figure.Number}");
            var tables = blocks.OfType<TableBlock>().Select(table => $"Table {table.Number}");
            var paragraphs = blocks.OfType<ParagraphBlock>().Select(paragraph => paragraph.Text.ToString());
            var text = string.Join('\n', paragraphs.Concat(blocks.OfType<ListBlock>().SelectMany(list => list.Items)));
            var mentions = Regex.Matches(text, "(Figure|Table) [0-9]+").Select(mention => mention.Value).Distinct();

            Assert.Equal(figures.Concat(tables).Order(StringComparer.Ordinal), mentions.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Should_take_no_words_of_an_experiment_for_a_mention_of_its_own()
    {
        const string Words = "Table 2 of the source, made again.";

        var paragraphs = ReportDocument.Compose(SampleReport.Create() with { Description = Words }).OfType<ParagraphBlock>();

        var description = paragraphs.First(paragraph => paragraph.Text.ToString() == Words);
        Assert.DoesNotContain(description.Text.Pieces, piece => piece.Target is not null);
    }

    // In the order of the first mention, each once, and each mention leads to one that is there.
    [Fact]
    public void Should_list_the_sources_that_the_text_mentions()
    {
        var blocks = ReportDocument.Compose(SampleReport.Create());

        var list = Assert.Single(blocks.OfType<SourcesBlock>());
        var mentioned = blocks.OfType<ParagraphBlock>().SelectMany(paragraph => paragraph.Text.Pieces)
            .Select(piece => piece.Target?.Id).OfType<string>().Where(id => id.StartsWith("source-", StringComparison.Ordinal)).ToList();
        Assert.Equal(list.Numbered.Select(source => source.Place.Id), mentioned.Distinct());
        Assert.Distinct(list.Sources);
        Assert.Equal(Source.Wilson, list.Sources[0]);
        Assert.All(list.Sources, source => Assert.True(Uri.TryCreate(source.Url, UriKind.Absolute, out _)));
    }
}
