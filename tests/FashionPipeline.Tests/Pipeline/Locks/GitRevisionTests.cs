using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Locks;

namespace FashionPipeline.Tests.Pipeline.Locks;

public sealed class GitRevisionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_read_a_file_as_it_was_whatever_lies_there_now()
    {
        Commit("first");
        Commit("second");
        File.WriteAllText(folder["file"], "not committed");

        Assert.Equal("first"u8.ToArray(), new GitRevision(folder.Path, "HEAD~1").Read("file"));
        Assert.Equal("second"u8.ToArray(), new GitRevision(folder.Path, "HEAD").Read("file"));
        Assert.Null(new GitRevision(folder.Path, "HEAD").Read("another"));
    }

    [Fact]
    public void Should_read_all_files_of_a_folder_at_once()
    {
        Directory.CreateDirectory(folder["reports/tables"]);
        File.WriteAllText(folder["reports/tables/a name.csv"], "1\n2\n");
        File.WriteAllBytes(folder["reports/empty"], []);
        Commit("first");
        File.Delete(folder["reports/empty"]);

        var files = new GitRevision(folder.Path, "HEAD").ReadAll("reports");

        Assert.Equal(["empty", "tables/a name.csv"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("1\n2\n"u8.ToArray(), files["tables/a name.csv"]);
        Assert.Empty(files["empty"]);
        Assert.Empty(new GitRevision(folder.Path, "HEAD").ReadAll("nowhere"));
    }

    // A project may lie in a repository of several.
    [Fact]
    public void Should_read_from_a_folder_of_the_repository_as_from_its_top()
    {
        Directory.CreateDirectory(folder["project/reports"]);
        File.WriteAllText(folder["project/reports/lock"], "locked");
        Commit("first");

        var revision = new GitRevision(folder["project"], "HEAD");

        Assert.Equal("locked"u8.ToArray(), revision.Read("reports/lock"));
        Assert.Equal(["lock"], revision.ReadAll("reports").Keys);
    }

    [Theory]
    [InlineData("no-such-branch")]
    [InlineData("HEAD~7")]
    [InlineData("--all")]
    [InlineData("HEAD:file")]
    [InlineData("HEAD..HEAD")]
    public void Should_refuse_what_is_no_revision(string name)
    {
        Commit("first");

        var fault = Assert.Throws<InputException>(() => new GitRevision(folder.Path, name));

        Assert.StartsWith($"There is no revision '{name}' in {folder.Path}.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_that_a_folder_is_no_repository() => Assert.Contains(
        "is no git repository",
        Assert.Throws<InputException>(() => new GitRevision(folder.Path, "HEAD")).Message,
        StringComparison.Ordinal);

    private void Commit(string content)
    {
        File.WriteAllText(folder["file"], content);
        GitFolder.Commit(folder.Path);
    }
}
