using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Reports;

namespace FashionPipeline.Tests.Pipeline.Reports;

public sealed class ReportFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_remove_figures_and_tables_of_an_earlier_report_and_nothing_else()
    {
        Directory.CreateDirectory(folder["report/figures"]);
        Directory.CreateDirectory(folder["report/tables"]);
        File.WriteAllText(folder["report/figures/gone.png"], "old");
        File.WriteAllText(folder["report/tables/gone.csv"], "old");
        File.WriteAllText(folder["report/tables/kept.csv"], "old");
        File.WriteAllText(folder["report/pipeline.lock.json"], "{}");
        LayOut(("report.md", [1]), ("tables/kept.csv", [2]), ("pipeline.lock.json", [3]));

        Assert.Equal(
            ["report/pipeline.lock.json", "report/report.md", "report/tables/kept.csv"],
            folder.Files.Where(file => file.StartsWith("report/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal([2], File.ReadAllBytes(folder["report/tables/kept.csv"]));
    }

    [Theory]
    [InlineData("report/figures")]
    [InlineData("report/tables")]
    [InlineData("report/.incoming")]
    [InlineData("report")]
    public void Should_neither_write_nor_delete_through_a_link(string link)
    {
        Directory.CreateDirectory(folder["elsewhere"]);
        File.WriteAllText(folder["elsewhere/precious.png"], "mine");
        Directory.CreateDirectory(Path.GetDirectoryName(folder[link])!);
        Directory.CreateSymbolicLink(folder[link], folder["elsewhere"]);

        var fault = Assert.Throws<InputException>(() => LayOut(("figures/new.png", [1]), ("tables/new.csv", [2])));

        Assert.Contains($"{folder[link]} is a link", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["precious.png"], Directory.EnumerateFileSystemEntries(folder["elsewhere"]).Select(Path.GetFileName));
    }

    [Fact]
    public void Should_leave_the_old_report_where_the_new_one_cannot_be_written_whole()
    {
        LayOut(("report.md", [1]), ("tables/a.csv", [1]));

        Assert.ThrowsAny<Exception>(() => LayOut(("report.md", [2]), ("tables/a.csv", [2]), ("tables/a.csv/below-a-file", [2])));

        Assert.Equal([1], File.ReadAllBytes(folder["report/report.md"]));
        Assert.Equal([1], File.ReadAllBytes(folder["report/tables/a.csv"]));
        Assert.False(Path.Exists(folder["report/.incoming"]));
    }

    [Fact]
    public void Should_finish_what_a_killed_run_has_begun_and_leave_no_trace_of_it()
    {
        LayOut(("report.md", [1]));
        Directory.CreateDirectory(folder["report/.incoming/tables"]);
        File.WriteAllText(folder["report/.incoming/tables/a.csv.123.tmp"], "half");

        LayOut(("report.md", [1]));

        Assert.Equal([".lock-report", "report/report.md"], folder.Files);
    }

    [Fact]
    public void Should_not_touch_a_report_that_is_equal_already()
    {
        LayOut(("report.md", [1]), ("run.json", [1]));
        using var taken = FileLock.Take(folder[".lock-report"], () => { }); // whoever writes has to wait

        LayOut(("report.md", [1]), ("run.json", [2]));

        Assert.Equal([1], File.ReadAllBytes(folder["report/run.json"]));
    }

    private void LayOut(params (string Name, byte[] Bytes)[] files) => new ReportFolder(folder["report"]).LayOut(
        files.ToDictionary(file => file.Name, file => ReportFile.Of(file.Bytes)), "run.json", _ => { });
}
