using System.Text.RegularExpressions;
using FashionPipeline.Tests.Build;

namespace FashionPipeline.Tests.EndToEnd;

/// <summary>What a user sees who made a mistake or was given bad files: one message, and nothing of it left behind.</summary>
public sealed partial class FaultTests : IDisposable
{
    private const string TrainImages = "train-images-idx3-ubyte.gz";
    private const string TrainLabels = "train-labels-idx1-ubyte.gz";

    private readonly Sandbox sandbox = new();

    public FaultTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "build.sh needs bash.");

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task Should_name_the_nearest_target()
    {
        var run = await sandbox.Run(["--target", "Reprot"]);

        AssertRefused(run);
        Assert.Contains("Reprot", run.Errors, StringComparison.Ordinal);
        Assert.Contains("--target Report", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_name_the_nearest_argument()
    {
        var run = await sandbox.Run(["--experment", "x"]);

        AssertRefused(run);
        Assert.Contains("--experment", run.Errors, StringComparison.Ordinal);
        Assert.Contains("--experiment", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_end_with_a_code_of_its_own_where_a_training_came_to_nothing()
    {
        var deep = string.Concat(Enumerable.Repeat("dense: {units: 64, activation: relu}, ", 25));
        File.WriteAllText(sandbox.PathOf("diverges-in-a-test.yaml"), $$"""
            extends: quickstart
            training: {epochs: 1, batch_size: 1000, learning_rate: 1}
            analysis: {spectral_embedding: null}
            models:
              - {name: deep, title: Deep, input: raw, layers: [flatten, {{deep}}dense: {units: 10, activation: softmax}]}
            """);

        var run = await sandbox.Run(
            ["--experiment", "diverges-in-a-test.yaml", "--only", "train/deep/*", "--only", "train/mlp/*", "--target", "Train"]);

        Assert.Equal(5, run.ExitCode);
        Assert.Contains("train/deep/12345  failed: Training diverged", run.Output, StringComparison.Ordinal);
        Assert.Contains("train/mlp/12345  epoch 1/1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_report_three_faults_of_an_experiment_at_once_with_their_places()
    {
        File.WriteAllText(sandbox.PathOf("three-faults.yaml"), """
            extends: quickstart
            titel: Three faults
            training:
              epochs: many
            models:
              - name: mlp
                layers:
                  - dence: {units: 10}
            """);

        var run = await sandbox.Run(["--target", "Report", "--experiment", "three-faults.yaml"]);

        AssertRefused(run);
        var lines = PlaceOfFault().Matches(run.Errors).ToDictionary(match => match.Groups["place"].Value, match => match.Value);
        Assert.Equal(["2:1", "4:11", "8:9"], lines.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("title", lines["2:1"], StringComparison.Ordinal);
        Assert.Contains("many", lines["4:11"], StringComparison.Ordinal);
        Assert.Contains("dense", lines["8:9"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_name_the_experiment_that_is_not_there()
    {
        var run = await sandbox.Run(["--target", "Report", "--experiment", "quickstrat"]);

        AssertRefused(run);
        Assert.Contains("quickstrat", run.Errors, StringComparison.Ordinal);
        Assert.Contains("quickstart", run.Errors, StringComparison.Ordinal);
    }

    // The first file that is asked for is enough: what it should be is known by its SHA-256 alone.
    [Fact]
    public async Task Should_refuse_a_truncated_file_of_a_mirror()
    {
        var mirror = CreateMirror();
        File.WriteAllBytes(Path.Combine(mirror, TrainImages), [0x1F, 0x8B, 8, 8, 0, 0, 0, 0]);

        var run = await sandbox.Run(["--target", "Report", "--mirror", mirror]);

        AssertRefused(run);
        AssertNamesWrongBytes(run, TrainImages);
    }

    [Fact]
    public async Task Should_refuse_one_wrong_byte_among_the_labels_of_a_mirror()
    {
        var data = Environment.GetEnvironmentVariable("FASHION_MNIST_MIRROR");
        Assert.SkipUnless(Directory.Exists(data), "FASHION_MNIST_MIRROR names no folder with the data set's files.");
        var mirror = CreateMirror();
        foreach (var file in Directory.EnumerateFiles(data, "*.gz"))
        {
            File.CreateSymbolicLink(Path.Combine(mirror, Path.GetFileName(file)), Path.GetFullPath(file));
        }

        var labels = File.ReadAllBytes(Path.Combine(data, TrainLabels));
        labels[labels.Length / 2] ^= 1;
        File.Delete(Path.Combine(mirror, TrainLabels));
        File.WriteAllBytes(Path.Combine(mirror, TrainLabels), labels);

        var run = await sandbox.Run(["--target", "Report", "--mirror", mirror]);

        AssertRefused(run);
        AssertNamesWrongBytes(run, TrainLabels);
    }

    private string CreateMirror() => Directory.CreateDirectory(sandbox.PathOf("mirror")).FullName;

    private void AssertRefused(ScriptRun run)
    {
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("Error: ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.Empty(Sandbox.FilesIn(sandbox.Reports));
    }

    private void AssertNamesWrongBytes(ScriptRun run, string file)
    {
        Assert.Contains(file, run.Errors, StringComparison.Ordinal);
        Assert.Contains("SHA-256", run.Errors, StringComparison.Ordinal);
        Assert.Contains("--mirror", run.Errors, StringComparison.Ordinal);
        Assert.Contains("--experiment quickstart", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Sandbox.FilesIn(sandbox.Cache), path => Path.GetFileName(path) == file);
    }

    [GeneratedRegex(@"three-faults\.yaml:(?<place>\d+:\d+): .*")]
    private static partial Regex PlaceOfFault();
}
