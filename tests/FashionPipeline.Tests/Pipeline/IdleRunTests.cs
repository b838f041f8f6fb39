using FashionPipeline.Pipeline;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Tests.Pipeline;

public sealed class IdleRunTests(TinyRun tiny) : IClassFixture<TinyRun>
{
    [Fact]
    public void Should_plan_what_the_pipeline_plans()
    {
        using var pipeline = ExperimentPipeline.Open(tiny.Options);

        Assert.Equal(pipeline.Plan().ToTable(), IdleRun.Find(tiny.Options)!.Plan().ToTable());
    }

    [Theory]
    [InlineData("experiments/tiny.yaml")]
    [InlineData("experiments/base.yaml")]
    [InlineData("experiments/datasets/dots.yaml")]
    public void Should_look_again_where_a_file_of_the_experiment_changed(string name) => Edited(name, text => text + "\n# other\n");

    [Theory]
    [InlineData("reports/tiny/report.md")]
    [InlineData("reports/tiny/tables/selection.csv")]
    [InlineData("reports/tiny/pipeline.lock.json")]
    public void Should_look_again_where_a_file_of_the_report_changed(string name) => Edited(name, text => text + "x");

    [Fact]
    public void Should_look_again_where_a_file_of_the_store_is_gone()
    {
        Assert.All([.. Artifacts, .. Records, tiny[".cache/derived/tiny/idle"], tiny[".cache/derived/tiny/records"]], path =>
        {
            File.Move(path, path + ".away");
            var found = IdleRun.Find(tiny.Options);
            File.Move(path + ".away", path);

            Assert.Null(found);
        });
        Assert.NotNull(IdleRun.Find(tiny.Options));
    }

    [Fact]
    public void Should_look_again_where_an_artifact_was_written_to() => Assert.All(Artifacts, path =>
    {
        var (bytes, time) = (File.ReadAllBytes(path), File.GetLastWriteTimeUtc(path));
        File.WriteAllBytes(path, [.. bytes[..^1], (byte)~bytes[^1]]);
        var found = IdleRun.Find(tiny.Options);
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, time);

        Assert.Null(found);
    });

    [Fact]
    public void Should_look_again_where_the_report_holds_a_figure_more()
    {
        File.WriteAllText(tiny["reports/tiny/figures/other.svg"], "");
        var found = IdleRun.Find(tiny.Options);
        File.Delete(tiny["reports/tiny/figures/other.svg"]);

        Assert.Null(found);
        Assert.NotNull(IdleRun.Find(tiny.Options));
    }

    [Fact]
    public void Should_look_again_where_another_experiment_could_be_meant()
    {
        File.WriteAllText(tiny["experiments/other.yaml"], "extends: base\n");
        var found = IdleRun.Find(tiny.Options);
        File.Delete(tiny["experiments/other.yaml"]);

        Assert.Null(found);
    }

    [Fact]
    public void Should_look_where_something_else_is_asked_for()
    {
        Assert.NotNull(IdleRun.Find(tiny.Options with { Experiment = tiny["experiments/tiny.yaml"], Mirror = "/elsewhere", Jobs = 2 }));
        Assert.Null(IdleRun.Find(tiny.Options with { Overrides = ["training.epochs=2"] }));
        Assert.Null(IdleRun.Find(tiny.Options with { Only = ["train"] }));
        Assert.Null(IdleRun.Find(tiny.Options with { IsExclusive = true }));
        Assert.Null(IdleRun.Find(tiny.Options with { Experiment = "base" }));
        Assert.Null(IdleRun.Find(tiny.Options with { Experiment = "nope" }));
        Assert.Null(IdleRun.Find(tiny.Options with { ReportsFolder = tiny["elsewhere"] }));
    }

    // A run may be killed between the index of its results and the note.
    [Fact]
    public void Should_look_again_where_the_index_is_of_another_run()
    {
        var experiment = File.ReadAllText(tiny["experiments/tiny.yaml"]);
        var note = File.ReadAllBytes(tiny[".cache/derived/tiny/idle"]);
        try
        {
            File.WriteAllText(tiny["experiments/tiny.yaml"], experiment + "training: {batch_size: 7}\n");
            TinyRun.Report(tiny.Options);
            File.WriteAllText(tiny["experiments/tiny.yaml"], experiment);
            File.WriteAllBytes(tiny[".cache/derived/tiny/idle"], note);

            Assert.Null(IdleRun.Find(tiny.Options));
        }
        finally
        {
            File.WriteAllText(tiny["experiments/tiny.yaml"], experiment);
            TinyRun.Report(tiny.Options);
        }

        Assert.NotNull(IdleRun.Find(tiny.Options));
    }

    private IReadOnlyList<string> Artifacts
    {
        get
        {
            var path = tiny["reports/tiny/pipeline.lock.json"];
            var layout = new StoreLayout(tiny[".cache"]);
            return [.. LockFile.Read(File.ReadAllBytes(path), path).Nodes.Values.SelectMany(node => node.Artifacts.Values)
                .Select(artifact => layout.Blob(LockedNode.DigestOf(artifact))).Distinct()];
        }
    }

    private IReadOnlyList<string> Records
    {
        get
        {
            var latest = In("latest");
            return [.. latest, .. In("records").Where(path => latest.Any(key =>
                File.ReadAllText(key) == Path.GetFileNameWithoutExtension(path)))];
        }
    }

    private IReadOnlyList<string> In(string folder) =>
        [.. Directory.EnumerateFiles(tiny[".cache/" + folder], "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private void Edited(string name, Func<string, string> edit)
    {
        var (text, time) = (File.ReadAllText(tiny[name]), File.GetLastWriteTimeUtc(tiny[name]));
        File.WriteAllText(tiny[name], edit(text));
        var found = IdleRun.Find(tiny.Options);
        File.WriteAllText(tiny[name], text);
        File.SetLastWriteTimeUtc(tiny[name], time);

        Assert.Null(found);
        Assert.NotNull(IdleRun.Find(tiny.Options));
    }
}
