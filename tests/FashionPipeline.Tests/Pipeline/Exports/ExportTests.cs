using System.Security.Cryptography;
using System.Text.Json;
using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline;
using FashionPipeline.Pipeline.Exports;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Tests.Data.Idx;
using FashionPipeline.Tests.Onnx;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FashionPipeline.Tests.Pipeline.Exports;

/// <summary>From an experiment to the files of its best model.</summary>
public sealed class ExportTests(TinyRun tiny) : IClassFixture<TinyRun>
{
    private const string Command = "export the model";
    private const double Tolerance = 1e-5;

    private static readonly LabelledImages Images = Tests.Data.Images.Random(count: 30, height: 28, width: 28, classes: 10, seed: 4);

    [Fact]
    public void Should_write_a_model_whose_probabilities_are_those_of_a_prediction()
    {
        var folder = Export(tiny.Options).Folder;
        var idx = tiny["images-idx3-ubyte"];
        File.WriteAllBytes(idx, IdxBytes.OfImages(Images));
        using var pipeline = ExperimentPipeline.Open(tiny.Options);

        var predictions = pipeline.Predict([], idx).Images;

        var (probabilities, labels) = OnnxRun.Predict(File.ReadAllBytes(Path.Combine(folder, "model.onnx")), Images);
        Assert.Equal(
            predictions.SelectMany(image => image.Probabilities), probabilities, (one, other) => Math.Abs(one - other) <= Tolerance);
        Assert.Equal(
            predictions.Select(image => image.Classes[0].Name),
            labels.Select(label => Texts(folder).Classes[(int)label]));
    }

    [Fact]
    public void Should_say_what_was_written_and_where()
    {
        var exported = Export(tiny.Options);

        Assert.Equal(tiny["reports/tiny/model"], exported.Folder);
        Assert.Equal($"model mlp, trained with the seed 1, written to {exported.Folder}", exported.ToLines()[0]);
        Assert.Equal(
            ["model.onnx", "model.safetensors", "config.json", "preprocessor_config.json", "README.md"],
            exported.Files.Select(file => file.Key));
        Assert.All(exported.Files, file => Assert.Equal(new FileInfo(Path.Combine(exported.Folder, file.Key)).Length, file.Value));
    }

    [Fact]
    public void Should_carry_classes_origin_and_the_digests_of_the_lock()
    {
        var folder = Export(tiny.Options).Folder;
        var locked = LockFile.Read(File.ReadAllBytes(tiny["reports/tiny/pipeline.lock.json"]), "lock")
            .Nodes["train/mlp/1"].Artifacts["weights.safetensors"].Split(' ')[0];

        var (texts, classes) = Texts(folder);

        Assert.Equal(("tiny", "mlp", "1"), (texts["experiment"], texts["model"], texts["seed"]));
        Assert.Equal("T-shirt/top", classes[0]);
        Assert.Equal(10, classes.Count);
        Assert.Equal(locked, texts["sha256 train/mlp/1/weights.safetensors"]);
        Assert.Equal(locked, Digest(Path.Combine(folder, "model.safetensors")));
        Assert.Contains("sha256 preprocess/train.parquet", texts.Keys);
        using var config = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "config.json")));
        Assert.Equal(locked, config.RootElement.GetProperty("weights_sha256").GetString());
        Assert.Equal("Ankle boot", config.RootElement.GetProperty("id2label").GetProperty("9").GetString());
        Assert.Equal(9, config.RootElement.GetProperty("label2id").GetProperty("Ankle boot").GetInt32());
        Assert.Equal(
            ["flatten", "dense: {units: 10, activation: softmax, initialiser: glorot_uniform}"],
            config.RootElement.GetProperty("layers").EnumerateArray().Select(layer => layer.GetString()));
        using var preprocessing = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "preprocessor_config.json")));
        Assert.True(preprocessing.RootElement.GetProperty("do_rescale").GetBoolean());
        Assert.Equal(1, preprocessing.RootElement.GetProperty("rescale_factor").GetDouble() * 255, 1e-12);
    }

    [Fact]
    public void Should_write_the_same_bytes_again_and_anywhere()
    {
        using var elsewhere = new TinyRun();

        var first = Export(tiny.Options);
        var digests = first.Files.Select(file => Digest(Path.Combine(first.Folder, file.Key))).ToList();
        var (again, there) = (Export(tiny.Options), Export(elsewhere.Options));

        Assert.All(new[] { again, there }, other => Assert.Equal(
            digests, other.Files.Select(file => Digest(Path.Combine(other.Folder, file.Key)))));
    }

    [Fact]
    public void Should_write_a_card_with_the_digest_of_each_file_and_the_command()
    {
        var exported = Export(tiny.Options);

        var card = File.ReadAllText(Path.Combine(exported.Folder, "README.md"));

        Assert.All(exported.Files.SkipLast(1), file =>
            Assert.Contains($"| {Digest(Path.Combine(exported.Folder, file.Key))} |", card, StringComparison.Ordinal));
        Assert.Contains($"```bash\n{Command}\n```\n", card, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', card);
    }

    [Fact]
    public void Should_show_code_that_compiles()
    {
        var card = File.ReadAllText(Path.Combine(Export(tiny.Options).Folder, "README.md"));
        var code = card.Split("```csharp\n")[1].Split("```")[0];
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));

        var cancellation = TestContext.Current.CancellationToken;
        var sources = new[] { "global using System; global using System.Collections.Generic;", code };
        var compilation = CSharpCompilation.Create(
            "usage", sources.Select(source => CSharpSyntaxTree.ParseText(source, cancellationToken: cancellation)), references);

        Assert.DoesNotContain(compilation.GetDiagnostics(cancellation), fault => fault.Severity == DiagnosticSeverity.Error);
    }

    // The digests of the models that were not chosen say nothing of the one that was.
    [Fact]
    public void Should_train_what_is_lacking_and_say_which_seed_and_model_it_is()
    {
        File.WriteAllText(tiny["experiments/two.yaml"], """
            extends: base
            title: Two
            seeds: [5, 6]
            models:
              - name: raw
                title: Raw pixels
                input: raw
                layers: [random_flip, flatten, batch_norm, dense: {units: 10, activation: softmax}]
            """);

        var exported = Export(tiny.Options with { Experiment = "two" });

        var (texts, _) = Texts(exported.Folder);
        var card = File.ReadAllText(Path.Combine(exported.Folder, "README.md"));
        var other = exported.Model == "raw" ? "mlp" : "raw";
        Assert.Equal((5UL, "5"), (exported.Seed, texts["seed"]));
        Assert.Contains("trained with the seed 5, the first of 2. It was chosen from 2 models: ", card, StringComparison.Ordinal);
        Assert.Contains($"sha256 train/{exported.Model}/5/history.json", texts.Keys);
        Assert.DoesNotContain(texts.Keys, key => key.EndsWith("/6/history.json", StringComparison.Ordinal)
            || key.Contains($"/{other}/", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_not_follow_a_link()
    {
        var folder = tiny["reports/tiny@linked/model"];
        Directory.CreateDirectory(tiny["elsewhere"]);
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        Directory.CreateSymbolicLink(folder, tiny["elsewhere"]);

        var fault = Assert.Throws<InputException>(() =>
            Export(tiny.Options with { Overrides = ["training.epochs=1"], VariantName = "linked" }));

        Assert.StartsWith($"{folder} is a link, to ", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(tiny["elsewhere"]));
    }

    [Fact]
    public void Should_know_the_model_of_another_training()
    {
        var folder = Export(tiny.Options).Folder;

        Assert.False(ExportedModel.IsOfOther(folder, Artifact.Of(File.ReadAllBytes(Path.Combine(folder, "model.safetensors")))));
        Assert.True(ExportedModel.IsOfOther(folder, Artifact.Of([1])));
        Assert.False(ExportedModel.IsOfOther(tiny["reports"], Artifact.Of([1])));
    }

    private static ExportedModel Export(PipelineOptions options)
    {
        using var pipeline = ExperimentPipeline.Open(options);
        return pipeline.Export(Command);
    }

    private static (IReadOnlyDictionary<string, string> Texts, IReadOnlyList<string> Classes) Texts(string folder)
    {
        var texts = OnnxRun.Metadata(File.ReadAllBytes(Path.Combine(folder, "model.onnx")));
        return (texts, JsonSerializer.Deserialize<List<string>>(texts["classes"])!);
    }

    private static string Digest(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
