using FashionPipeline.Pipeline.Experiments.Format;
using NJsonSchema;

namespace FashionPipeline.Tests.Pipeline.Experiments.Format;

/// <summary>What editors complete, explain and check is what the code says.</summary>
public sealed class SchemaTests
{
    public static TheoryData<string> ShippedYaml =>
        [.. ShippedFiles.Yaml];

    [Fact]
    public void Should_be_that_of_the_code_for_experiments() => GeneratedFile.RequireCurrent(
        Path.Combine(ShippedFiles.Folder, "schema.json"), SchemaText.Of("An experiment of FashionPipeline", ExperimentFormat.Experiment));

    [Fact]
    public void Should_be_that_of_the_code_for_data_sets() => GeneratedFile.RequireCurrent(
        Path.Combine(ShippedFiles.Folder, "datasets", "schema.json"),
        SchemaText.Of("A data set of FashionPipeline", ExperimentFormat.DataSet));

    [Theory]
    [MemberData(nameof(ShippedYaml))]
    public async Task Should_fit_every_shipped_file(string file)
    {
        var path = Path.Combine(ShippedFiles.Folder, file);
        var besides = Path.Combine(Path.GetDirectoryName(path)!, "schema.json");
        var schema = await JsonSchema.FromFileAsync(besides, TestContext.Current.CancellationToken);

        Assert.Empty(schema.Validate(YamlJson.Of(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))));
    }

    [Theory]
    [MemberData(nameof(ShippedYaml))]
    public void Should_be_named_in_the_first_line_of_every_shipped_file(string file) =>
        Assert.Equal("# yaml-language-server: $schema=schema.json", File.ReadLines(Path.Combine(ShippedFiles.Folder, file)).First());
}
