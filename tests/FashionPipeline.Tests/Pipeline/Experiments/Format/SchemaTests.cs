using System.Text.Json;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Tests.Pipeline.Experiments.Reading;
using FashionPipeline.Training;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;
using NJsonSchema;
using YamlDotNet.Serialization;

namespace FashionPipeline.Tests.Pipeline.Experiments.Format;

/// <summary>What editors complete and check is what the loader reads.</summary>
public sealed class SchemaTests
{
    public static TheoryData<string> ShippedYaml =>
        [.. Directory.EnumerateFiles(ShippedFiles.Folder, "*.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(ShippedFiles.Folder, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(ShippedYaml))]
    public async Task Should_fit_every_shipped_file(string file)
    {
        var path = Path.Combine(ShippedFiles.Folder, file);
        var besides = Path.Combine(Path.GetDirectoryName(path)!, "schema.json");
        var schema = await JsonSchema.FromFileAsync(besides, TestContext.Current.CancellationToken);

        Assert.Empty(schema.Validate(Json(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))));
    }

    [Theory]
    [MemberData(nameof(ShippedYaml))]
    public void Should_be_named_in_the_first_line_of_every_shipped_file(string file) =>
        Assert.Equal("# yaml-language-server: $schema=schema.json", File.ReadLines(Path.Combine(ShippedFiles.Folder, file)).First());

    [Theory]
    [InlineData("training: {epochs: 2", "training: {epoch: 2")]
    [InlineData("input: unit", "input: uint")]
    [InlineData("dropout: 0.5", "dropout: 1.0")]
    [InlineData("dense: 3", "densse: 3")]
    [InlineData("title: Small\n", "")]
    public async Task Should_refuse_what_the_loader_refuses(string right, string wrong)
    {
        var file = Path.Combine(ShippedFiles.Folder, "schema.json");
        var schema = await JsonSchema.FromFileAsync(file, TestContext.Current.CancellationToken);

        Assert.Empty(schema.Validate(Json(ExperimentDesk.Valid)));
        Assert.NotEmpty(schema.Validate(Json(ExperimentDesk.Valid.Replace(right, wrong, StringComparison.Ordinal))));
    }

    [Fact]
    public void Should_know_the_keys_that_the_loader_knows()
    {
        var definitions = Definitions("schema.json").Concat(Definitions("datasets/schema.json"))
            .ToDictionary(entry => entry.Key, entry => entry.Value);

        Assert.All(ExperimentFormat.Sections, section => Assert.Equal(
            section.Keys.Order(StringComparer.Ordinal),
            definitions[section.Name].GetProperty("properties").EnumerateObject().Select(key => key.Name).Order(StringComparer.Ordinal)));
        Assert.Equal(
            ExperimentFormat.Sections.Select(section => section.Name).Order(StringComparer.Ordinal),
            definitions.Where(entry => entry.Value.TryGetProperty("properties", out _))
                .Select(entry => entry.Key)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Should_offer_the_choices_that_the_loader_reads()
    {
        var definitions = Definitions("schema.json");

        AssertChoices<InputScaling>(definitions["model"].GetProperty("properties").GetProperty("input"));
        AssertChoices<SelectionCriterion>(definitions["experiment"].GetProperty("properties").GetProperty("selection"));
    }

    public static TheoryData<string> Layers => [.. LayerKinds.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Layers))]
    public void Should_describe_each_setting_of_a_layer_as_the_layer_does(string name)
    {
        var kind = LayerKinds.Find(name)!;
        var definitions = Definitions("schema.json");
        var layer = definitions["layer"].GetProperty("properties").GetProperty(name);
        JsonElement[] forms = [.. Forms(layer).Select(form => Resolved(form, definitions))];

        if (kind is { HasLongForm: true, Settings.Count: > 0 })
        {
            var settings = definitions[name];
            Assert.Contains(forms, form => form.ToString() == settings.ToString());
            Assert.Equal(
                kind.Settings.Where(setting => setting.Default is null).Select(setting => setting.Name),
                settings.GetProperty("required").EnumerateArray().Select(key => key.GetString()));
            var schemas = settings.GetProperty("properties");
            Assert.All(kind.Settings, setting => AssertAllows(setting, Resolved(schemas.GetProperty(setting.Name), definitions)));
        }

        if (kind.HasShortForm)
        {
            AssertAllows(kind.Settings[0], forms[0]);
        }

        Assert.Equal((kind.HasShortForm ? 1 : 0) + (kind.HasLongForm ? 1 : 0), forms.Length);
    }

    [Fact]
    public void Should_know_the_layers_that_stand_without_settings() => Assert.Equal(
        LayerKinds.All.Where(kind => kind.Settings.Count == 0).Select(kind => kind.Name),
        Definitions("schema.json")["model"].GetProperty("properties").GetProperty("layers").GetProperty("items").GetProperty("oneOf")[0]
            .GetProperty("enum").EnumerateArray().Select(name => name.GetString()));

    private static void AssertAllows(LayerSetting setting, JsonElement schema)
    {
        switch (setting)
        {
            case CountSetting:
                Assert.Equal(("integer", 1), (schema.GetProperty("type").GetString(), schema.GetProperty("minimum").GetInt32()));
                break;
            case SizeSetting:
                Assert.Equal("One integer, or [rows, columns].", schema.GetProperty("description").GetString());
                break;
            case NumberSetting number:
                Assert.Equal("number", schema.GetProperty("type").GetString());
                Assert.Equal(
                    (number.Minimum, number.Limit),
                    (schema.GetProperty("minimum").GetDouble(), schema.GetProperty("exclusiveMaximum").GetDouble()));
                break;
            case ChoiceSetting choice:
                Assert.Equal(choice.Choices, schema.GetProperty("enum").EnumerateArray().Select(name => name.GetString()!));
                break;
            default:
                Assert.Fail($"No schema for the setting {setting.Name}.");
                break;
        }
    }

    private static JsonElement[] Forms(JsonElement schema) =>
        schema.TryGetProperty("oneOf", out var forms) || schema.TryGetProperty("allOf", out forms)
            ? [.. forms.EnumerateArray()]
            : [schema];

    private static JsonElement Resolved(JsonElement schema, Dictionary<string, JsonElement> definitions) =>
        schema.TryGetProperty("$ref", out var reference) ? definitions[reference.GetString()!["#/definitions/".Length..]] : schema;

    private static void AssertChoices<T>(JsonElement schema)
        where T : struct, Enum => Assert.Equal(
            Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName),
            schema.GetProperty("enum").EnumerateArray().Select(choice => choice.GetString()));

    private static Dictionary<string, JsonElement> Definitions(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(ShippedFiles.Folder, file)));
        return document.RootElement.GetProperty("definitions").EnumerateObject()
            .ToDictionary(entry => entry.Name, entry => entry.Value.Clone());
    }

    private static string Json(string yaml)
    {
        var content = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(yaml);
        return new SerializerBuilder().JsonCompatible().Build().Serialize(content);
    }
}
