using System.Diagnostics;
using FashionPipeline.Pipeline;
using FashionPipeline.Pipeline.Reports;

namespace FashionPipeline.Tests.Pipeline;

public sealed class RunResultTests(TinyRun tiny) : IClassFixture<TinyRun>
{
    private IReadOnlyList<string> Lines => RunResult.Lines(tiny[""], "tiny", new ReportFolder(tiny["reports/tiny"]));

    [Fact]
    public void Should_compare_with_what_is_committed_where_something_is()
    {
        var path = tiny["reports/tiny/metrics.json"];
        var (bytes, time) = (File.ReadAllText(path), File.GetLastWriteTimeUtc(path));
        Assert.EndsWith("a new report", Lines[1], StringComparison.Ordinal);
        Git("init", "-q");
        Git("add", "-f", "reports/tiny/metrics.json");
        Git("-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "t");

        Assert.EndsWith("the same numbers", Lines[1], StringComparison.Ordinal);

        var mean = JsonMean(bytes);
        File.WriteAllText(path, bytes.Replace($"\"mean\": {mean}", "\"mean\": 0.99", StringComparison.Ordinal));
        Assert.Matches(@"^Against the last commit: mlp test accuracy 0\.\d{4} -> 0\.9900 \(\+0\.\d{4}\)$", Lines[1]);
        File.WriteAllText(path, bytes);
        File.SetLastWriteTimeUtc(path, time);
    }

    private static string JsonMean(string metrics) => System.Text.Json.JsonDocument.Parse(metrics).RootElement
        .GetProperty("models")[0].GetProperty("validationAccuracy").GetProperty("mean").GetRawText();

    private void Git(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("git", ["-C", tiny[""], .. arguments]))!.WaitForExit();
}
