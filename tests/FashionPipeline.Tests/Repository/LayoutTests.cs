namespace FashionPipeline.Tests.Repository;

/// <summary>What lies where.</summary>
public sealed class LayoutTests
{
    private const int MostLines = 400;
    private const long MostBytes = 1_000_000;

    private static readonly string[] TopLevel =
    [
        "build", "experiments", "src", "reports", "tests", "build.ps1", "build.sh", "FashionPipeline.sln", "README.md", "CHANGELOG.md",
        "CITATION.cff", "global.json",
    ];

    private static readonly string[] DataEndings = [".gz", ".parquet", "-ubyte", ".npz", ".npy", ".safetensors", ".onnx", ".dat", ".zip"];

    [Fact]
    public async Task Should_keep_the_top_level_as_it_was_laid_out()
    {
        var entries = (await RepositoryFiles.FindTracked()).Select(path => path.Split('/')[0]).Distinct();

        Assert.DoesNotContain(
            entries,
            entry => !TopLevel.Contains(entry) && !entry.StartsWith('.') && !entry.EndsWith(".props", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_keep_no_data_file_in_git()
    {
        var tracked = await RepositoryFiles.FindTracked();

        Assert.DoesNotContain(tracked, path => DataEndings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(
            tracked, path => new FileInfo(Path.Combine(RepositoryFiles.Root, path)) is { Exists: true, Length: > MostBytes });
    }

    [Fact]
    public void Should_keep_every_source_file_short_enough_to_read()
    {
        var files = RepositoryFiles.Find("*.cs", "build", "src", "tests");

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, path => File.ReadLines(Path.Combine(RepositoryFiles.Root, path)).Count() > MostLines);
    }
}
