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

    // Each example is a file of its own, which extends another one, or added to the first one as it is so far.
    [Fact]
    public void Should_show_experiments_that_work()
    {
        var examples = Yaml().Matches(Tutorial).Select(match => match.Groups[1].Value).ToList();
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["experiments"]);
        foreach (var shipped in Directory.EnumerateFiles(ShippedFiles.Folder, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder["experiments"], Path.GetRelativePath(ShippedFiles.Folder, shipped));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(shipped, copy);
        }

        Assert.True(examples.Count >= 2);
        var file = "";
        foreach (var example in examples)
        {
            var isWhole = example.StartsWith("extends:", StringComparison.Ordinal);
            file = isWhole && file.Length > 0 ? file : file + example;
            File.WriteAllText(Path.Combine(folder["experiments"], "example.yaml"), isWhole ? example : file);

            Assert.NotEmpty(ExperimentLoader.Load("example", [], folder["experiments"]).Models);
        }
    }

    [Fact]
    public void Should_count_and_name_the_models_of_the_study_as_it_says()
    {
        using var folder = new TemporaryFolder();
        var study = Yaml().Matches(Tutorial).Select(match => match.Groups[1].Value)
            .Single(example => example.Contains("sweep:", StringComparison.Ordinal));
        File.WriteAllText(folder["study.yaml"], study.Replace(
            "extends: quickstart", $"extends: {Path.Combine(ShippedFiles.Folder, "quickstart.yaml")}", StringComparison.Ordinal));

        var models = ExperimentLoader.Load(folder["study.yaml"], [], ShippedFiles.Folder).Models.Select(model => model.Name).ToList();

        Assert.Equal(9, models.Count);
        Assert.Superset(
            new HashSet<string> { "cnn", "cnn-without-dropout", "cnn-twice-as-long", "mlp-learning-rate-0-001-batch-size-32" },
            models.ToHashSet());
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();
}
