using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Tests.Reporting.Document;

public sealed class ProseTests
{
    [Fact]
    public void Should_keep_mentions_apart_from_the_words_around_them()
    {
        var table = Reference.ToTable(2);
        Prose text = $"See {table}, or Figure 3.";

        Assert.Equal([("See ", null), ("Table 2", table), (", or Figure 3.", null)], text.Pieces);
        Assert.Equal("See Table 2, or Figure 3.", text.ToString());
    }

    [Fact]
    public void Should_keep_the_mentions_of_a_text_that_is_put_into_another_one()
    {
        var figure = Reference.ToFigure(3);
        Prose inner = $"({figure})";
        Prose outer = $"Shown {inner}.";

        Assert.Equal("Shown (Figure 3).", outer.ToString());
        Assert.Same(figure, Assert.Single(outer.Pieces, piece => piece.Target is not null).Target);
        Assert.Equal("figure-3", figure.Id);
    }

    [Fact]
    public void Should_mention_a_source_by_its_number() => Assert.Equal(
        [("As shown ", null), ("[2]", "source-2"), (".", null)],
        ((Prose)$"As shown {Reference.ToSource(2)}.").Pieces.Select(piece => (piece.Text, piece.Target?.Id)));
}
