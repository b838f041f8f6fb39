using System.Text.RegularExpressions;
using FashionPipeline.Reporting.Diff;

namespace FashionPipeline.Tests.Reporting.Diff;

public sealed class DiffMarkdownTests
{
    [Fact]
    public void Should_begin_with_verdict_headline_and_how_much_it_means() => Assert.StartsWith(
        "### 🔴 Worse: `cnn test accuracy 0.8800 -> 0.8600 (-0.0200), more than seeds differ (standard deviation 0.0050), "
            + "McNemar p = 0.0002`\n\n`cnn, HEAD (aaaaaaaaaaaa) -> the working tree`\n\n"
            + "`worse also: models.cnn.validationLoss.mean 0.3 -> 0.4 (+0.1)`\n",
        DiffMarkdown.Of(SampleDiff.With("cnn"), "pictures"), StringComparison.Ordinal);

    // Two accuracies of the selected model may have become worse; the headline says it of the one on the test images.
    [Fact]
    public void Should_name_a_validation_accuracy_beside_the_headline() => Assert.Contains(
        "`worse also: models.cnn.validationAccuracy.mean 0.9 -> 0.85 (-0.05)`\n",
        DiffMarkdown.Of(
            SampleDiff.With("cnn") with
            {
                Metrics =
                [
                    new("models.cnn.validationAccuracy.mean", 0.9, 0.85, Verdict.Worse),
                    new("models.cnn.testAccuracy.mean", 0.88, 0.86, Verdict.Worse),
                ],
            },
            "pictures"),
        StringComparison.Ordinal);

    // GitHub reads a comment's text: none of a stranger's may become markup, a link or a mention.
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("@everyone see https://evil.example")]
    [InlineData("` ![x](https://evil.example/track.png) `")]
    [InlineData("``` \n\n# A heading | and a cell\n\n```")]
    [InlineData("</summary></details>[link](https://evil.example)")]
    [InlineData("evil\u202e | \u2028# A heading")]
    public void Should_keep_every_text_in_code(string text)
    {
        var markdown = DiffMarkdown.Of(SampleDiff.With(text), "pictures");

        var outside = Regex.Replace(markdown, "(?ms)^(`{3,})diff\n.*?^\\1\n|`[^`\n]*`|<code>[^<]*</code>", "");
        Assert.DoesNotContain("evil", outside, StringComparison.Ordinal);
        Assert.DoesNotContain("@everyone", outside, StringComparison.Ordinal);
        Assert.DoesNotContain("script", outside, StringComparison.Ordinal);
        Assert.DoesNotContain("A heading", outside, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", markdown, StringComparison.Ordinal);
        Assert.Equal(Regex.Count(outside, "<details>"), Regex.Count(outside, "</details>"));
    }

    [Fact]
    public void Should_show_pictures_where_there_are_some_and_only_there()
    {
        Assert.Contains("![](https://there.example/curve-difference.png)",
            DiffMarkdown.Of(SampleDiff.With("cnn"), "https://there.example"), StringComparison.Ordinal);
        Assert.DoesNotContain(".png", DiffMarkdown.Of(SampleDiff.With("cnn"), null), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_leave_out_what_a_comment_cannot_hold_and_say_so()
    {
        var diff = SampleDiff.With("cnn") with
        {
            Tables = [.. Enumerable.Range(0, 40).Select(table => new TableChange($"table-{table}", ChangeState.Changed, 100,
                [.. Enumerable.Range(0, 100).Select(row => new CellChange($"row {row}", "accuracy", "0.12345678", "0.87654321"))]))],
        };

        var markdown = DiffMarkdown.Of(diff, "pictures");

        Assert.True(markdown.Length <= DiffMarkdown.Longest);
        Assert.EndsWith("diff.html has all of it.*\n", markdown, StringComparison.Ordinal);
        Assert.Equal(Regex.Count(markdown, "<details>"), Regex.Count(markdown, "</details>"));
    }
}
