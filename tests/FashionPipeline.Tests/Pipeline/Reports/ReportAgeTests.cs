using FashionPipeline.Pipeline.Reports;

namespace FashionPipeline.Tests.Pipeline.Reports;

public sealed class ReportAgeTests
{
    [Theory]
    [InlineData(-5, "just now")]
    [InlineData(59, "just now")]
    [InlineData(119, "1 min ago")]
    [InlineData(3600, "1 h ago")]
    [InlineData(47 * 3600, "47 h ago")]
    [InlineData(12 * 86400, "12 days ago")]
    public void Should_say_in_a_few_words_how_long_ago_it_was(int seconds, string text) =>
        Assert.Equal(text, ReportAge.Of(TimeSpan.FromSeconds(seconds)));
}
