using System.IO.Enumeration;
using System.Text.Json;
using Build.Options;
using FashionPipeline.Pipeline.Experiments.Reading;

namespace FashionPipeline.Tests.Repository;

/// <summary>What editors and containers are told of this repository is there.</summary>
public sealed class EditorFilesTests
{
    private static readonly JsonDocumentOptions WithComments =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    [Fact]
    public void Should_have_an_image_of_the_SDK_and_restore_the_solution()
    {
        var container = Read(".devcontainer/devcontainer.json");
        var sdk = Read("global.json").GetProperty("sdk").GetProperty("version").GetString()!;

        Assert.EndsWith($":{sdk[..sdk.LastIndexOf('.')]}", container.GetProperty("image").GetString());
        var solution = container.GetProperty("postCreateCommand").GetString()!.Split(' ')[^1];
        Assert.True(File.Exists(Path.Combine(RepositoryFiles.Root, solution)), solution);
    }

    [Fact]
    public void Should_recommend_the_same_extensions_in_a_container_and_outside() => Assert.Equal(
        Texts(Read(".vscode/extensions.json").GetProperty("recommendations")),
        Texts(Read(".devcontainer/devcontainer.json").GetProperty("customizations").GetProperty("vscode").GetProperty("extensions")));

    [Fact]
    public void Should_check_every_experiment_and_data_set_by_its_schema()
    {
        var settings = Read(".vscode/settings.json");
        var schemas = settings.GetProperty("yaml.schemas").EnumerateObject()
            .ToDictionary(schema => schema.Value.GetString()!, schema => schema.Name["./".Length..]);

        Assert.True(File.Exists(Path.Combine(RepositoryFiles.Root, settings.GetProperty("dotnet.defaultSolution").GetString()!)));
        Assert.All(RepositoryFiles.Find("*.yaml", "experiments"), file =>
        {
            var schema = Assert.Single(schemas, entry => Path.GetDirectoryName(entry.Key) == Path.GetDirectoryName(file)
                && FileSystemName.MatchesSimpleExpression(Path.GetFileName(entry.Key), Path.GetFileName(file)));
            Assert.Equal(Path.GetDirectoryName(file), Path.GetDirectoryName(schema.Value));
            Assert.True(File.Exists(Path.Combine(RepositoryFiles.Root, schema.Value)), schema.Value);
        });
    }

    [Fact]
    public void Should_run_targets_and_experiments_that_are_there()
    {
        var file = Read(".vscode/tasks.json");
        var targets = RepositoryFiles.Find("*.cs", "build/Tasks").Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var inputs = file.GetProperty("inputs").EnumerateArray()
            .ToDictionary(input => $"${{input:{input.GetProperty("id").GetString()}}}", input => input.GetProperty("default").GetString()!);

        Assert.All(file.GetProperty("tasks").EnumerateArray(), task =>
        {
            string[] scripts = [task.GetProperty("command").GetString()!, task.GetProperty("windows").GetProperty("command").GetString()!];
            Assert.All(scripts, script => Assert.True(File.Exists(Path.Combine(RepositoryFiles.Root, script)), script));
            var options = Texts(task.GetProperty("args")).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
            Assert.Contains(options["--target"], targets);
            Assert.All(options.Keys.Where(name => name != "--target"), name =>
                Assert.Contains(name["--".Length..], PipelineArguments.All.Select(option => option.Name)));
            if (options.TryGetValue("--experiment", out var experiment))
            {
                var name = inputs.GetValueOrDefault(experiment, experiment);
                Assert.Equal(name, ExperimentLoader.Load(name, [], Path.Combine(RepositoryFiles.Root, "experiments")).Name);
            }
        });
    }

    private static IReadOnlyList<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];

    private static JsonElement Read(string path) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFiles.Root, path)), WithComments).RootElement;
}
