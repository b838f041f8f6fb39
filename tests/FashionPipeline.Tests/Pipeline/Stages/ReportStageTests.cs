using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Tests.Pipeline.Experiments;

namespace FashionPipeline.Tests.Pipeline.Stages;

public sealed class ReportStageTests
{
    private static readonly ReportStage Stage = new()
    {
        Experiment = ExperimentLoader.Load("quickstart", [], ShippedFiles.Folder),
        Software = [new("QuestPDF", "1.0"), new("ScottPlot", "5.0")],
    };

    // A report prints the versions of its packages.
    [Fact]
    public void Should_depend_on_the_versions_that_it_prints()
    {
        Assert.Contains(KeyValuePair.Create("software.ScottPlot", "5.0"), Stage.Settings);
        Assert.NotEqual(Stage.Settings, (Stage with { Software = [new("QuestPDF", "1.0"), new("ScottPlot", "5.1")] }).Settings);
    }

    [Theory]
    [InlineData("title=Another")]
    [InlineData("description=Another")]
    [InlineData("models.mlp.title=Another")]
    public void Should_depend_on_every_title_that_it_prints(string edit) => Assert.NotEqual(
        Stage.Settings, (Stage with { Experiment = ExperimentLoader.Load("quickstart", [edit], ShippedFiles.Folder) }).Settings);
}
