using System.Text.RegularExpressions;
using Build.Options;

namespace FashionPipeline.Tests.Repository;

/// <summary>Only build/ knows how a command is typed.</summary>
public sealed class CommandTests
{
    [Fact]
    public void Should_name_no_script_option_or_variable_below_the_build_program()
    {
        var options = PipelineArguments.All.Select(option => "--" + option.Name + @"(?![\w-])");
        var variables = PipelineArguments.Variables.Select(variable => variable.Name);
        var typed = new Regex(string.Join('|', [@"build\.(sh|ps1)", .. options, .. variables]));
        var files = RepositoryFiles.Find("*.cs", "src");

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, path => typed.IsMatch(File.ReadAllText(Path.Combine(RepositoryFiles.Root, path))));
    }
}
