using System.Text.RegularExpressions;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Pipeline.Experiments.Format;

/// <summary><c>experiments/README.md</c> says what the code says, and its examples work.</summary>
public sealed partial class ReferenceTests
{
    private const string Marker = "<!-- From here on this is made of the code; a test compares it and says how to take it over. -->\n";

    private static readonly string Readme = Path.Combine(ShippedFiles.Folder, "README.md");

    private static string Tutorial => File.ReadAllText(Readme).ReplaceLineEndings("\n").Split(Marker)[0];

    [Fact]
    public void Should_be_that_of_the_code() => GeneratedFile.RequireCurrent(Readme, Tutorial + Marker + ReferenceText.Of());

    [Fact]
    public void Should_say_of_every_section_key_and_layer_what_it_means()
    {
        DescribedSection[] sections =
            [.. SchemaText.Sections(ExperimentFormat.Experiment), .. SchemaText.Sections(ExperimentFormat.DataSet)];

        Assert.All(sections, section => Assert.EndsWith(".", section.Meaning, StringComparison.Ordinal));
        Assert.All(
            sections.SelectMany(section => section.Settings),
            setting => Assert.EndsWith(".", setting.Meaning, StringComparison.Ordinal));
        Assert.All(LayerKinds.All, kind => Assert.NotEmpty(LayerFormat.Output(kind)));
    }

    // Each example is the file so far, whole or with what is added to it.
    [Fact]
    public void Should_show_experiments_that_work()
    {
        var examples = Yaml().Matches(Tutorial).Select(match => match.Groups[1].Value).ToList();
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["experiments"]);
        foreach (var file in Directory.EnumerateFiles(ShippedFiles.Folder, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder["experiments"], Path.GetRelativePath(ShippedFiles.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Assert.True(examples.Count >= 2);
        for (var i = 1; i <= examples.Count; i++)
        {
            File.WriteAllText(Path.Combine(folder["experiments"], "wider.yaml"), string.Concat(examples.Take(i)));

            Assert.NotEmpty(ExperimentLoader.Load("wider", [], folder["experiments"]).Models);
        }
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();
}
