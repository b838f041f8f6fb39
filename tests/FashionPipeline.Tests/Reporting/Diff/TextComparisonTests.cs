using System.Text;
using FashionPipeline.Reporting.Diff;

namespace FashionPipeline.Tests.Reporting.Diff;

public sealed class TextComparisonTests
{
    [Fact]
    public void Should_tell_changed_new_and_gone_paragraphs_and_leave_tables_to_others() => Assert.Equal(
        [new("The best is cnn.", "The best is mlp."), new(null, "It is new.")],
        TextComparison.Of(
            Encoding.UTF8.GetBytes("# Title\n\nThe best is cnn.\n\n| a |\n| --- |\n| 1 |\n\nThe end.\n"),
            Encoding.UTF8.GetBytes("# Title\n\nThe best is mlp.\n\nIt is new.\n\n| a |\n| --- |\n| 2 |\n\nThe end.\n")));

    [Fact]
    public void Should_cut_no_character_in_two() => Assert.Equal(
        new string('a', 1999) + "…",
        Assert.Single(TextComparison.Of([], Encoding.UTF8.GetBytes(new string('a', 1999) + "\U0001F600 and more"))).Now);
}
