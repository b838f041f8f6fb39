using System.Text.RegularExpressions;
using FashionPipeline.Tests.Repository;

namespace FashionPipeline.Tests.Benchmarks.Results;

/// <summary>The results that are kept, a folder for each kind of processor.</summary>
public sealed partial class CommittedResultsTests
{
    private const string Project = "tests/FashionPipeline.Benchmarks";

    [Fact]
    public async Task Should_link_every_table_from_the_README_and_no_other()
    {
        var tables = (await RepositoryFiles.FindTracked())
            .Where(path => path.StartsWith($"{Project}/results/", StringComparison.Ordinal) && Path.GetExtension(path) == ".md")
            .Select(path => path[(Project.Length + 1)..]);

        var links = Link().Matches(File.ReadAllText(Path.Combine(RepositoryFiles.Root, Project, "README.md")))
            .Select(link => link.Groups["path"].Value);

        Assert.Equal(tables.Order(StringComparer.Ordinal), links.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\]\((?<path>results/[^)]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
