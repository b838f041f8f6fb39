namespace FashionPipeline.Tests.Reporting.Document;

public sealed class EmbeddingSectionTests
{
    private const string Heading = "Spectral embedding";

    [Fact]
    public void Should_leave_out_an_embedding_that_the_experiment_leaves_out() => Assert.DoesNotContain(
        Heading, Sections.Text(SampleReport.Create() with { Embedding = null }), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Should_say_of_each_eigenvalue_what_it_is_used_as()
    {
        var text = Sections.Text(SampleReport.Create(), Heading);

        // Four significant digits of 0, 0.00110758382 and 0.00298460023.
        Assert.Contains("0 | 0 | dropped", text, StringComparison.Ordinal);
        Assert.Contains("1 | 1.108e−3 | coordinate 1", text, StringComparison.Ordinal);
        Assert.Contains("2 | 2.985e−3 | coordinate 2", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Should_warn_of_a_graph_in_several_components(int components, bool warns)
    {
        var content = SampleReport.Create();
        var embedding = content.Embedding! with { Result = content.Embedding.Result with { Components = components } };

        var text = Sections.Text(content with { Embedding = embedding }, Heading);

        Assert.Equal(warns, text.Contains("falls into several components", StringComparison.Ordinal));
    }
}
