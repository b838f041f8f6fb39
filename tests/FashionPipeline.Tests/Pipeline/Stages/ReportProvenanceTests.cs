using FashionPipeline.Data;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Training;

namespace FashionPipeline.Tests.Pipeline.Stages;

public sealed class ReportProvenanceTests
{
    [Fact]
    public void Should_name_published_files_artifacts_and_packages_by_what_identifies_them()
    {
        var provenance = Of(SmallExperiment.DataSet);

        Assert.Equal(new ProvenanceRow("file-0.gz", new string('a', 64)), provenance.Data[0]);
        Assert.Equal(4, provenance.Data.Count);
        Assert.Equal([new ProvenanceRow("train/mlp/7/weights.safetensors", new string('f', 64))], provenance.Artifacts);
        Assert.Contains(new ProvenanceRow("Parquet.Net", "6.1.1"), provenance.Software);
        Assert.Equal(".NET", provenance.Software[0].Name);
    }

    [Fact]
    public void Should_name_the_generator_where_there_are_no_files() =>
        Assert.Equal(
            [new ProvenanceRow("generator", "synthetic garments, seed 3, 20 + 10 images")],
            Of(SmallExperiment.DataSet with { Synthetic = new SyntheticOptions { Seed = 3, TrainCount = 20, TestCount = 10 } }).Data);

    [Fact]
    public void Should_list_seeds_training_and_numeric_environment()
    {
        var settings = Of(SmallExperiment.DataSet).Settings;

        Assert.Equal(new ProvenanceRow("seeds", "7, 8"), settings[0]);
        Assert.Contains(new ProvenanceRow("training.epochs", "1"), settings);
        Assert.Equal(new ProvenanceRow("numerics", NumericEnvironment.Portable), settings[^1]);
    }

    [Theory]
    [InlineData(Arithmetic.Portable, false)]
    [InlineData(Arithmetic.Libtorch, true)]
    public void Should_name_libtorch_where_it_computes(Arithmetic numerics, bool isNamed)
    {
        var software = Of(SmallExperiment.DataSet, numerics).Software;

        Assert.Equal(isNamed, software.Contains(new ProvenanceRow("libtorch", "2.7.1")));
    }

    private static ProvenanceContent Of(DataSet dataSet, Arithmetic numerics = Arithmetic.Portable) => ReportProvenance.Of(
        SmallExperiment.Experiment with
        {
            DataSet = dataSet,
            Training = SmallExperiment.Experiment.Training with { Numerics = numerics },
        },
        [new("Parquet.Net", "6.1.1"), new("libtorch", "2.7.1")],
        [],
        [new("train/mlp/7/weights.safetensors", new Artifact(new string('f', 64), 1))],
        new Dictionary<string, string>());
}
