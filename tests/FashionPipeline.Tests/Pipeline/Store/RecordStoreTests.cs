using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Tests.Pipeline.Store;

public sealed class RecordStoreTests : IDisposable
{
    private const string Node = "train/mlp/1";

    private readonly TemporaryFolder folder = new();
    private readonly StoreLayout layout;
    private readonly StageKey key = Key("5");

    public RecordStoreTests()
    {
        layout = new StoreLayout(folder.Path);
        var records = New();
        records.Keep(new StageRecord { Id = Node, Key = key, Outputs = Outputs(1) });
        records.KeepLatest(Node, key.Hash());
        records.FindOutputs(Node, key);
        records.Remember(new Dictionary<string, (StageKey, IReadOnlyDictionary<string, Artifact>)> { [Node] = (key, Outputs(1)) });
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_find_what_a_node_had_last_without_its_record_being_read()
    {
        var (path, time) = (layout.Record("train", key.Hash()), File.GetLastWriteTimeUtc(layout.Record("train", key.Hash())));
        File.WriteAllBytes(path, new byte[new FileInfo(path).Length]);
        File.SetLastWriteTimeUtc(path, time);

        Assert.Equal(Outputs(1), New().FindOutputs(Node, key));
    }

    [Fact]
    public void Should_read_the_record_where_its_file_was_touched()
    {
        New().Keep(new StageRecord { Id = Node, Key = key, Outputs = Outputs(2) });
        File.SetLastWriteTimeUtc(layout.Record("train", key.Hash()), new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(Outputs(2), New().FindOutputs(Node, key));
    }

    [Fact]
    public void Should_know_nothing_where_the_record_is_gone()
    {
        File.Delete(layout.Record("train", key.Hash()));

        Assert.Null(New().FindOutputs(Node, key));
    }

    [Fact]
    public void Should_know_nothing_of_another_key() => Assert.Null(New().FindOutputs(Node, Key("8")));

    [Theory]
    [InlineData("")]
    [InlineData("damaged")]
    public void Should_read_the_records_where_the_index_is_damaged(string content)
    {
        File.WriteAllText(layout.Index("experiment"), content);

        Assert.Equal(Outputs(1), New().FindOutputs(Node, key));
    }

    [Fact]
    public void Should_note_the_latest_key_again_where_another_run_had_another_one()
    {
        File.WriteAllText(layout.LatestKey("experiment", Node), Key("8").Hash());
        File.SetLastWriteTimeUtc(layout.LatestKey("experiment", Node), new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        New().KeepLatest(Node, key.Hash());

        Assert.Equal(key.Hash(), File.ReadAllText(layout.LatestKey("experiment", Node)));
    }

    [Fact]
    public void Should_take_no_record_of_which_any_byte_has_changed()
    {
        var path = layout.Record("train", key.Hash());
        var bytes = File.ReadAllBytes(path);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 1;
            File.WriteAllBytes(path, bytes);
            Assert.Null(New().Find("train", key.Hash()));
            bytes[i] ^= 1;
        }

        File.WriteAllBytes(path, bytes);
        Assert.NotNull(New().Find("train", key.Hash()));
    }

    private static SortedDictionary<string, Artifact> Outputs(byte content) =>
        new(StringComparer.Ordinal) { ["weights"] = Artifact.Of([content]) };

    private static StageKey Key(string epochs) => new()
    {
        Stage = "train",
        Settings = new(StringComparer.Ordinal) { ["training.epochs"] = epochs },
        Inputs = [],
        Code = new('c', 64),
    };

    private RecordStore New() => new(layout, "experiment");
}
