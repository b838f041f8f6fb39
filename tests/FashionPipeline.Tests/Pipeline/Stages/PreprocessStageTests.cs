using FashionPipeline.Data;
using FashionPipeline.Data.Parquet;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Stages;

namespace FashionPipeline.Tests.Pipeline.Stages;

public sealed class PreprocessStageTests
{
    private static readonly PreprocessStage Stage = new()
    {
        DataSet = new DataSet
        {
            Name = "garments",
            Title = "Garments",
            Licence = "MIT",
            Height = 28,
            Width = 28,
            LabelNames = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"],
            Synthetic = new SyntheticOptions { Seed = 1, TrainCount = 20, TestCount = 10 },
        },
    };

    [Fact]
    public void Should_draw_as_many_images_as_the_data_set_says_where_it_has_no_files()
    {
        var outputs = new StageOutputs("preprocess", Stage.Outputs);

        Stage.Run(
            new StageInputs("preprocess", new Dictionary<string, Artifact>(), _ => []),
            outputs,
            new StageContext { Scratch = string.Empty, Progress = new Progress<object>() });

        Assert.Equal(20, ImageParquet.Read(outputs.Files[PreprocessStage.Train]).Count);
        Assert.Equal(10, ImageParquet.Read(outputs.Files[PreprocessStage.Test]).Count);
    }

    [Fact]
    public void Should_depend_on_what_decides_the_images_and_on_no_title()
    {
        Assert.Equal(Stage.Settings, Of(Stage.DataSet with { Name = "other", Title = "Other", Licence = "none" }));
        Assert.All(
            [
                Stage.DataSet with { LabelNames = [.. Stage.DataSet.LabelNames.Reverse()] },
                Stage.DataSet with { Synthetic = Stage.DataSet.Synthetic! with { Seed = 2 } },
                Stage.DataSet with { Synthetic = Stage.DataSet.Synthetic with { TestCount = 11 } },
            ],
            dataSet => Assert.NotEqual(Stage.Settings, Of(dataSet)));

        static IEnumerable<KeyValuePair<string, string>> Of(DataSet dataSet) => new PreprocessStage { DataSet = dataSet }.Settings;
    }

    [Fact]
    public void Should_name_channels_only_where_images_have_colours()
    {
        Assert.Equal("{height: 28, width: 28}", Image(Stage.DataSet));
        Assert.Equal("{height: 28, width: 28, channels: 3}", Image(Stage.DataSet with { Channels = 3 }));

        static string Image(DataSet dataSet) => new PreprocessStage { DataSet = dataSet }.Settings.Single(setting =>
            setting.Key == "data_set.image").Value;
    }

    // A mirror may hold other bytes under the same name only where their digests are the published ones: the inputs carry these.
    [Fact]
    public void Should_not_depend_on_the_sources_of_files() => Assert.Equal(
        Stage.Settings,
        new PreprocessStage { DataSet = Stage.DataSet with { Sources = ["https://elsewhere/", "/data/elsewhere"] } }.Settings);
}
