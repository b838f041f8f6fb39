using QuestPDF.Drawing.Exceptions;
using QuestPDF.Fluent;

namespace FashionPipeline.Tests.StandIns.QuestPDF.Hooks;

/// <summary>What the package lacks: this folder is not compiled with it.</summary>
public sealed class CanvasTests
{
    [Fact]
    public void Should_name_a_drawing_that_is_larger_than_a_page()
    {
        var error = Assert.Throws<DocumentLayoutException>(() => PdfProbe.Describe(content => content.Column(column =>
        {
            column.Item().Text("first");
            column.Item().Height(161).Canvas((_, _) => { });
        })).GeneratePdf());

        Assert.Contains("On page 2: Page content > Column item 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("161 points", error.Message, StringComparison.Ordinal);
    }
}
