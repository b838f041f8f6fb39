using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Tests.Reporting.Writing;

public sealed class SeedListTests
{
    [Fact]
    public void Should_name_every_seed_of_a_few() => Assert.Equal("12345, 1, 2", SeedList.Of([12345, 1, 2]));

    // A cell of a table with a thousand of them is higher than a page.
    [Fact]
    public void Should_fit_a_line_whatever_their_number()
    {
        var text = SeedList.Of(Enumerable.Range(1, 10_000).Select(seed => (ulong)seed));

        Assert.StartsWith("1, 2, 3, ", text, StringComparison.Ordinal);
        Assert.EndsWith(", 20 and 9,980 more", text, StringComparison.Ordinal);
    }
}
