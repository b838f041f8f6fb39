using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Tests.Pipeline.Store;

public sealed class PrunePlanTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_free_what_no_latest_result_needs_and_nothing_more()
    {
        Keep("one", "old", [1]);
        Keep("one", "new", [2, 2]);
        Keep("two", "other", [3]);
        Lay("data/train.gz");
        Lay($"checkpoints/{Key("old").Hash()}");
        Lay("checkpoints/unfinished");

        var plan = PrunePlan.Of(folder.Path, _ => { });
        Assert.All(plan.Items, item => Assert.True(File.Exists(item.Path)));
        var first = PrunePlan.Carry(folder.Path, _ => { });
        var second = PrunePlan.Carry(folder.Path, _ => { });

        Assert.Equal(plan.Items, first.Items);
        Assert.Equal(["no experiment's latest result", "needed by no latest result", "its training ended"],
            first.Items.Select(item => item.Reason));
        Assert.Empty(second.Items);
        Assert.Null(Records("one").Find("train", Key("old").Hash()));
        Assert.All(["one", "two"], experiment =>
        {
            var latest = Records(experiment).FindLatest("train/mlp/1");
            Assert.NotNull(latest);
            Assert.True(Blobs.IsIntact(latest.Outputs["weights"]));
            Assert.NotNull(Blobs.Find(latest.Key.Code));
        });
        Assert.Equal(["checkpoints/unfinished", "data/train.gz"], folder.Files.Where(file => file[0] is 'c' or 'd'));
    }

    [Fact]
    public void Should_name_the_store_that_cannot_be_pruned()
    {
        Directory.CreateDirectory(folder["lock"]); // a folder where the lock should be

        var fault = Assert.Throws<InputException>(() => PrunePlan.Carry(folder.Path, _ => { }));

        Assert.Contains(folder.Path, fault.Message, StringComparison.Ordinal);
        Assert.Equal(Remedy.Prune, fault.Remedy);
    }

    [Fact]
    public void Should_keep_all_where_it_cannot_see_what_is_latest()
    {
        using var elsewhere = new TemporaryFolder();
        Keep("one", "key", [1]);
        Directory.Delete(folder["latest"], recursive: true);
        Directory.CreateSymbolicLink(folder["latest"], elsewhere.Path);

        var fault = Assert.Throws<InputException>(() => PrunePlan.Carry(folder.Path, _ => { }));

        Assert.Contains("is a link", fault.Message, StringComparison.Ordinal);
        Assert.NotNull(Records("one").Find("train", Key("key").Hash()));
    }

    [Fact]
    public void Should_follow_no_link_out_of_the_store()
    {
        using var elsewhere = new TemporaryFolder();
        File.WriteAllText(elsewhere["precious"], "");
        Keep("one", "key", [1]);
        Directory.CreateSymbolicLink(folder["blobs/link"], elsewhere.Path);

        PrunePlan.Carry(folder.Path, _ => { });

        Assert.True(File.Exists(elsewhere["precious"]));
    }

    [Fact]
    public void Should_remove_the_results_of_a_variant_whose_report_is_gone()
    {
        Keep("one", "key", [1]);
        Keep("one@kept", "kept", [2]);
        Keep("one@gone", "gone", [3]);
        Lay("derived/one@gone/times");
        Lay("submissions/one@gone/logs/train-mlp-1.log");
        Lay("submissions/one/logs/train-mlp-1.log");
        File.WriteAllText(folder["derived/one@gone/report"], folder["reports/one@gone"]);
        Directory.CreateDirectory(folder["reports/one@kept"]);
        Directory.CreateDirectory(folder["derived/one@kept"]);
        File.WriteAllText(folder["derived/one@kept/report"], folder["reports/one@kept"]);

        PrunePlan.Carry(folder.Path, _ => { });

        Assert.Null(Records("one").Find("train", Key("gone").Hash()));
        Assert.All(["kept", "key"], key => Assert.NotNull(Records("one").Find("train", Key(key).Hash())));
        Assert.Empty(Directory.EnumerateFiles(folder["latest/one@gone"], "*", SearchOption.AllDirectories));
        Assert.False(File.Exists(folder["derived/one@gone/times"]));
        Assert.False(File.Exists(folder["submissions/one@gone/logs/train-mlp-1.log"]));
        Assert.True(File.Exists(folder["submissions/one/logs/train-mlp-1.log"]));
        Assert.Empty(PrunePlan.Carry(folder.Path, _ => { }).Items);
    }

    [Fact]
    public void Should_know_a_store_that_is_named_from_the_current_folder()
    {
        Keep("one", "key", [1]);

        var pruned = PrunePlan.Carry(Path.GetRelativePath(Directory.GetCurrentDirectory(), folder.Path), _ => { });

        Assert.Empty(pruned.Items);
    }

    [Fact]
    public void Should_keep_the_checkpoint_of_a_training_whose_result_was_lost()
    {
        Keep("one", "key", [1]);
        Lay($"checkpoints/{Key("key").Hash()}");
        foreach (var blob in Directory.EnumerateFiles(folder["blobs"], "*", SearchOption.AllDirectories).ToList())
        {
            File.Delete(blob);
        }

        Assert.Empty(PrunePlan.Carry(folder.Path, _ => { }).Items);
    }

    private void Lay(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
        File.WriteAllText(folder[name], "");
    }

    private BlobStore Blobs => new(new StoreLayout(folder.Path));

    private RecordStore Records(string experiment) => new(new StoreLayout(folder.Path), experiment);

    // A result whose code is a listing in the store, as that of every node is.
    private StageKey Key(string setting) => new()
    {
        Stage = "train",
        Settings = new() { ["setting"] = setting },
        Inputs = [],
        Code = Blobs.Publish([9]).Sha256,
    };

    private void Keep(string experiment, string setting, byte[] weights)
    {
        var record = new StageRecord { Id = "train/mlp/1", Key = Key(setting), Outputs = new() { ["weights"] = Blobs.Publish(weights) } };
        Records(experiment).Keep(record);
        Records(experiment).KeepLatest(record.Id, record.Key.Hash());
    }
}
