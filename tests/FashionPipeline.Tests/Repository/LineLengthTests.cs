namespace FashionPipeline.Tests.Repository;

/// <summary>Lines that fit beside each other on a screen.</summary>
public sealed class LineLengthTests
{
    // As .editorconfig says to editors.
    private const int Longest = 140;

    [Fact]
    public void Should_keep_every_line_of_code_short_enough_to_read()
    {
        var files = RepositoryFiles.Find("*.cs", "build", "src", "tests");

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(LongLines));
    }

    [Fact]
    public void Should_name_the_longest_line_to_editors_as_it_is_checked() =>
        Assert.Contains($"max_line_length = {Longest}", File.ReadLines(Path.Combine(RepositoryFiles.Root, ".editorconfig")));

    private static IEnumerable<string> LongLines(string file) => File.ReadLines(Path.Combine(RepositoryFiles.Root, file))
        .Index()
        .Where(line => line.Item.Length > Longest)
        .Select(line => $"{file}:{line.Index + 1} has {line.Item.Length} characters");
}
