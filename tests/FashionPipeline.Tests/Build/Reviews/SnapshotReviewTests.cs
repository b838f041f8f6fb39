using Build.Reviews;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Tests.Build.Reviews;

public sealed class SnapshotReviewTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SnapshotReviewTests()
    {
        Write("Plans/PlanTests.Should_list.verified.txt", "one\ntwo\n");
        Write("Plans/PlanTests.Should_list.received.txt", "one\nthree\n");
        Write("curve.received.png", "picture");
        Write("bin/curve.received.png", "left by a build");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_show_the_lines_that_differ_and_leave_everything_as_it_is()
    {
        var files = folder.Files.ToList();

        var lines = SnapshotReview.Run(folder.Path, [], accept: false);

        Assert.Contains(lines, line => line.StartsWith("received  PlanTests.Should_list.txt  changed", StringComparison.Ordinal)
            && line.Contains("\n-two\n+three", StringComparison.Ordinal));
        Assert.Contains("received  curve.png  new", lines);
        Assert.Equal(files, folder.Files);
    }

    [Fact]
    public void Should_accept_all_that_was_received_and_say_what()
    {
        Assert.Equal(["accepted  PlanTests.Should_list.txt  changed", "accepted  curve.png  new", "Accepted: 2."],
            SnapshotReview.Run(folder.Path, [], accept: true));

        Assert.Equal("one\nthree\n", File.ReadAllText(folder["tests/Plans/PlanTests.Should_list.verified.txt"]));
        Assert.Equal(
            ["tests/Plans/PlanTests.Should_list.verified.txt", "tests/bin/curve.received.png", "tests/curve.verified.png"], folder.Files);
        Assert.Equal(["No test received a snapshot that differs."], SnapshotReview.Run(folder.Path, [], accept: true));
    }

    [Theory]
    [InlineData("curve")]
    [InlineData("curve.png")]
    [InlineData("cur*")]
    public void Should_accept_only_what_is_named(string name)
    {
        Assert.Equal("accepted  curve.png  new", SnapshotReview.Run(folder.Path, [name], accept: true)[0]);

        Assert.True(File.Exists(folder["tests/Plans/PlanTests.Should_list.received.txt"]));
    }

    [Fact]
    public void Should_name_the_nearest_where_there_is_no_such_snapshot() => Assert.Contains(
        "No test received a snapshot 'curv.png': did you mean 'curve.png'?",
        Assert.Throws<InputException>(() => SnapshotReview.Run(folder.Path, ["curv.png"], accept: true)).Message,
        StringComparison.Ordinal);

    private void Write(string name, string text)
    {
        var path = folder[$"tests/{name}"];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
