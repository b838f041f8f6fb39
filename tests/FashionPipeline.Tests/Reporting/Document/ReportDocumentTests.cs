using System.Text.RegularExpressions;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Tests.Reporting.Document;

public sealed class ReportDocumentTests
{
    [Fact]
    public void Should_mention_every_figure_and_table_in_the_text_and_none_that_is_not_there()
    {
        foreach (var content in new[] { SampleReport.Create(), SampleReport.CreateWithSeeds(), SampleReport.CreateLarge(1, 2), SampleReport.CreateLarge(6, 10), SampleReport.CreateLarge(2, 40) })
        {
            var blocks = ReportDocument.Compose(content);
            var captions = blocks.OfType<FigureBlock>().Select(figure => $"Figure {figure.Number}").Concat(blocks.OfType<TableBlock>().Select(table => $"Table {table.Number}"));
            var text = string.Join('\n', blocks.OfType<ParagraphBlock>().Select(paragraph => paragraph.Text).Concat(blocks.OfType<ListBlock>().SelectMany(list => list.Items)));
            var mentions = Regex.Matches(text, "(Figure|Table) [0-9]+").Select(mention => mention.Value).Distinct();

            Assert.Equal(captions.Order(StringComparer.Ordinal), mentions.Order(StringComparer.Ordinal));
        }
    }
}
