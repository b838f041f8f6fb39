using System.Text.Json;
using System.Text.Json.Nodes;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Tests.Build;
using FashionPipeline.Training.Checkpoints;

namespace FashionPipeline.Tests.EndToEnd;

/// <summary>What a user learns without running anything, and by running everything again.</summary>
[Collection(QuickstartCollection.Name)]
public sealed class PlanTargetTests(QuickstartRun quickstart)
{
    private static readonly string[] Quickstart = ["--experiment", "quickstart"];

    [Fact]
    public async Task Should_plan_a_change_with_its_reason_and_cost_and_leave_everything_as_it_is()
    {
        using var sandbox = quickstart.Copy();
        var before = Sandbox.Digests(sandbox.Cache);

        var run = await sandbox.Run(
            [.. Quickstart, "--target", "Plan", "--set", "training.epochs=1", "--format", "json", "--output", sandbox.PathOf("plan.json")]);

        Assert.True(run.ExitCode == 0, run.Errors);
        var nodes = JsonDocument.Parse(File.ReadAllBytes(sandbox.PathOf("plan.json"))).RootElement.GetProperty("nodes").EnumerateArray()
            .ToDictionary(node => node.GetProperty("node").GetString()!);
        Assert.Equal("current", nodes["preprocess"].GetProperty("state").GetString());
        Assert.Equal("training.epochs 4 -> 1", nodes["train/cnn/12345"].GetProperty("reason").GetString());
        Assert.True(nodes["train/cnn/12345"].GetProperty("seconds").GetDouble() > 0);
        Assert.Equal("because of train/mlp/12345", nodes["select"].GetProperty("reason").GetString());
        Assert.Equal(before, Sandbox.Digests(sandbox.Cache));
    }

    [Fact]
    public async Task Should_show_the_plan_as_dry_run_of_a_stage_with_what_it_needs()
    {
        using var sandbox = quickstart.Copy();

        var run = await sandbox.Run([.. Quickstart, "--target", "Train", "--dryrun", "--set", "training.epochs=1"]);

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("train/mlp/12345  run (training.epochs 4 -> 1)", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 of 3 nodes to run", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("evaluate/", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_run_the_nodes_that_are_named_and_what_they_lack_and_nothing_else()
    {
        using var sandbox = quickstart.Copy();
        var before = Sandbox.Digests(sandbox.Reports);

        var run = await sandbox.Run([.. Quickstart, "--only", "*/mlp/*", "--set", "training.epochs=1"]);

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Equal(["preprocess", "train/mlp/12345", "evaluate/mlp/12345"], StageLines.Of(run.Output).Select(line => line.Stage));
        Assert.Equal(before, Sandbox.Digests(sandbox.Reports));
    }

    [Fact]
    public async Task Should_run_a_stage_alone_only_where_what_it_needs_is_there()
    {
        using var sandbox = quickstart.Copy();
        var before = Sandbox.Digests(sandbox.Cache);

        var there = await sandbox.Run([.. Quickstart, "--target", "Evaluate", "--exclusive"]);
        var missing = await sandbox.Run([.. Quickstart, "--target", "Evaluate", "--exclusive", "--set", "training.epochs=1"]);

        Assert.True(there.ExitCode == 0, there.Errors);
        Assert.NotEqual(0, missing.ExitCode);
        Assert.Contains(
            "Evaluate alone was asked for, but what it needs is not there: train/mlp/12345, train/cnn/12345.", missing.Errors,
            StringComparison.Ordinal);
        Assert.Equal(before, Sandbox.Digests(sandbox.Cache));
    }

    [Fact]
    public async Task Should_say_nothing_of_steps_where_quiet_was_asked_for()
    {
        using var sandbox = quickstart.Copy();

        var run = await sandbox.Run([.. Quickstart, "--verbosity", "quiet"]);

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Empty(StageLines.Of(run.Output));
        Assert.DoesNotContain("Report:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_refuse_a_node_that_the_experiment_has_not()
    {
        using var sandbox = quickstart.Copy();

        var run = await sandbox.Run([.. Quickstart, "--target", "Plan", "--only", "train/mpl/12345"]);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("has no node 'train/mpl/12345': did you mean 'train/mlp/12345'?", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_explain_a_named_node_with_all_causes()
    {
        using var sandbox = quickstart.Copy();

        var run = await sandbox.Run([.. Quickstart, "--target", "Why", "--only", "train/cnn/12345",
            "--set", "training.epochs=1", "--set", "training.batch_size=50"]);

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains(
            "train/cnn/12345  run\n  setting  training.batch_size  64 -> 50\n  setting  training.epochs  4 -> 1\n", run.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("train/mlp", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_reproduce_the_report_and_name_the_first_element_where_it_cannot()
    {
        using var sandbox = quickstart.Copy();
        var lockFile = Path.Combine(sandbox.Reports, "quickstart", "pipeline.lock.json");

        var remote = Directory.CreateDirectory(sandbox.PathOf("remote")).FullName;
        void Share(IDictionary<string, string?> variables) => variables["FASHION_PIPELINE_REMOTE"] = new Uri(remote).AbsoluteUri;
        var push = await sandbox.Run([.. Quickstart, "--target", "Push"], Share);

        var equal = await sandbox.Run([.. Quickstart, "--target", "Reproduce"], Share);
        var proof = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(sandbox.Reports, "quickstart", "reproduction.json"))).RootElement;
        PretendOtherWeights(sandbox, lockFile);
        var different = await sandbox.Run([.. Quickstart, "--target", "Reproduce"]);

        Assert.True(push.ExitCode == 0, push.Errors);
        Assert.True(equal.ExitCode == 0, equal.Errors);
        Assert.DoesNotContain("  from ", equal.Output, StringComparison.Ordinal); // what is elsewhere proves nothing
        Assert.Equal("equal", proof.GetProperty("outcome").GetString());
        Assert.All(proof.GetProperty("artifacts").EnumerateArray(), artifact =>
            Assert.Equal(artifact.GetProperty("expected").GetString(), artifact.GetProperty("found").GetString()));
        Assert.True(proof.GetProperty("machine").GetProperty("cores").GetInt32() > 0);
        Assert.Equal(3, different.ExitCode);
        Assert.Matches(
            @"train/mlp/12345 +weights\.safetensors +DIFFERENT: first at tensor \S+, element 0, 42 -> -?0\.\d+", different.Output);
        Assert.Contains("What was made is kept in ", different.Errors, StringComparison.Ordinal);
        Directory.Delete(different.Errors.Split("is kept in ")[1].Trim().TrimEnd('.'), recursive: true);
    }

    [Fact]
    public async Task Should_say_what_to_do_where_there_is_no_report_to_reproduce()
    {
        using var sandbox = new Sandbox();

        var run = await sandbox.Run([.. Quickstart, "--target", "Reproduce"]);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("There is no pipeline.lock.json in", run.Errors, StringComparison.Ordinal);
        Assert.Contains("--target Report", run.Errors, StringComparison.Ordinal);
    }

    // The lock names weights whose first element is 42, and the store holds them.
    private static void PretendOtherWeights(Sandbox sandbox, string lockFile)
    {
        var json = JsonNode.Parse(File.ReadAllText(lockFile))!;
        var artifacts = json["nodes"]!["train/mlp/12345"]!["artifacts"]!;
        var blobs = new BlobStore(new StoreLayout(sandbox.Cache));
        var digest = artifacts["weights.safetensors"]!.GetValue<string>().Split(' ')[0];
        var file = SafeTensors.Read(blobs.Find(digest)!, "weights");
        file.Tensors[0].Values[0] = 42;
        artifacts["weights.safetensors"] = blobs.Publish(SafeTensors.Write(file.Tensors, file.Metadata)).ToString();
        File.WriteAllText(lockFile, json.ToJsonString());
    }
}
