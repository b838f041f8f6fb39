using System.Text.Json;
using FashionPipeline.Pipeline.Locks;

namespace FashionPipeline.Tests.Repository;

/// <summary>The cards of exported models that are committed, beside the locks of their reports.</summary>
public sealed class CommittedModelTests
{
    private const string Config = "/model/config.json";

    [Fact]
    public async Task Should_describe_the_models_of_the_reports_beside_them()
    {
        var configs = (await RepositoryFiles.FindTracked())
            .Where(path => path.StartsWith("reports/", StringComparison.Ordinal) && path.EndsWith(Config, StringComparison.Ordinal));

        Assert.All(configs, path =>
        {
            var report = Path.Combine(RepositoryFiles.Root, path[..^Config.Length]);
            using var config = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, path)));
            var model = config.RootElement;
            var run = $"train/{model.GetProperty("model").GetString()}/{model.GetProperty("seed").GetUInt64()}";
            var weights = model.GetProperty("weights_sha256").GetString()!;

            var locked = LockFile.Read(File.ReadAllBytes(Path.Combine(report, LockFile.FileName)), LockFile.FileName);

            Assert.StartsWith(weights + " ", locked.Nodes[run].Artifacts["weights.safetensors"], StringComparison.Ordinal);
            Assert.Contains(weights, File.ReadAllText(Path.Combine(report, "model", "README.md")), StringComparison.Ordinal);
        });
    }
}
