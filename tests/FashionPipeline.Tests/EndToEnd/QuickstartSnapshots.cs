using System.Text.RegularExpressions;

namespace FashionPipeline.Tests.EndToEnd;

/// <summary>
/// What quickstart's report says, line by line. Its numbers come from libtorch's own operations and so from the processor: what they
/// decide is taken out (numbers become #, which model wins and which classes are confused is left out), so that the snapshots hold on every machine.
/// </summary>
[Collection(QuickstartCollection.Name)]
public sealed partial class QuickstartSnapshots(QuickstartRun quickstart)
{
    [Fact]
    public async Task Should_keep_the_report_as_it_was_accepted()
    {
        quickstart.RequireReport();

        await VerifyFile(Path.Combine(quickstart.Report, "report.md"))
            .UseFileName("quickstart.report")
            .ScrubLinesContaining("numeric environment", "is most often taken for", "are confused most")
            .ScrubLinesWithReplace(line => Digest().IsMatch(line) ? null : Figure().Replace(line, "![...]"))
            .ScrubLinesWithReplace(line => Winner().Replace(line, "Model #"))
            .ScrubLinesWithReplace(line => SameEverywhere().IsMatch(line) ? line : Number().Replace(line, "#"));
    }

    [Fact]
    public async Task Should_keep_the_structure_of_the_metrics_as_it_was_accepted()
    {
        quickstart.RequireReport();

        await VerifyFile(Path.Combine(quickstart.Report, "metrics.json"))
            .UseFileName("quickstart.metrics")
            .ScrubLinesWithReplace(line => Number().Replace(WinnerInMetrics().Replace(line, "\"model\": \"#\""), "#"));
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Digest();

    // The alternative text repeats what the figure shows.
    [GeneratedRegex(@"^!\[.*\](?=\()")]
    private static partial Regex Figure();

    // Of the best model the report shows more than of the others.
    [GeneratedRegex(@"Model \d+ \([\w-]+\)")]
    private static partial Regex Winner();

    // One-hot vectors, layers and settings come from the experiment alone.
    [GeneratedRegex(@"\[[01]( [01])+\]|\(None, |Layers of model|^\| (Total|seeds|epochs|batch size|Adam|generator) \|")]
    private static partial Regex SameEverywhere();

    [GeneratedRegex("\"model\": \"[^\"]*\"")]
    private static partial Regex WinnerInMetrics();

    [GeneratedRegex(@"(?<![\w-])-?\d+([.,]\d+)*([eE][+-]?\d+)?")]
    private static partial Regex Number();
}
