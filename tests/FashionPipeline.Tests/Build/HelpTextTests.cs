using Build.Options;
using FashionPipeline.Tests.Repository;

namespace FashionPipeline.Tests.Build;

/// <summary>The help and the README say what the options say.</summary>
public sealed class HelpTextTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "README.md"));

    [Fact]
    public void Should_list_the_options_in_the_README_as_the_help_does() =>
        Assert.Equal(PipelineArguments.All.Select(option => (option.Usage, option.Description)), RowsOf("--"));

    [Fact]
    public void Should_list_the_variables_in_the_README_as_the_help_does() =>
        Assert.Equal(PipelineArguments.Variables.Select(variable => (variable.Name, variable.Meaning)), RowsOf("FASHION_"));

    [Fact]
    public void Should_name_every_target_in_the_README() => Assert.All(
        RepositoryFiles.Find("*.cs", "build/Tasks").Select(Path.GetFileNameWithoutExtension).Where(target => target != "Default"),
        target => Assert.Contains($"`{target}`", Readme, StringComparison.Ordinal));

    [Fact]
    public void Should_print_every_row_of_the_README_on_a_line_of_its_own()
    {
        var lines = HelpText.Of("./build.ps1").ReplaceLineEndings("\n").Split('\n');

        Assert.Contains("    ./build.ps1 [OPTIONS]", lines);
        Assert.All(
            RowsOf("--").Concat(RowsOf("FASHION_")),
            row => Assert.Single(lines, line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .SequenceEqual([row.Name, row.Meaning])));
    }

    private static IReadOnlyList<(string Name, string Meaning)> RowsOf(string start) =>
    [
        .. Readme.ReplaceLineEndings("\n").Split('\n')
            .Where(line => line.StartsWith($"| `{start}", StringComparison.Ordinal))
            .Select(line => line.Replace("`", "", StringComparison.Ordinal).Trim('|').Split('|'))
            .Select(cells => (cells[0].Trim(), cells[1].Trim())),
    ];
}
