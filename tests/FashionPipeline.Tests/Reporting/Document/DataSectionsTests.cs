using FashionPipeline.Data;

namespace FashionPipeline.Tests.Reporting.Document;

public sealed class DataSectionsTests
{
    [Fact]
    public void Should_write_the_one_hot_vectors_of_the_first_images() => Assert.Contains(
        "9 | Ankle boot | [0 0 0 0 0 0 0 0 0 1]", Sections.Text(SampleReport.Create(), "Preprocessing"), StringComparison.Ordinal);

    [Fact]
    public void Should_say_how_many_images_were_set_aside_to_validate_on()
    {
        Assert.Contains(
            "consists of 40 images to train on, of which 10 were set aside to validate on, and 200 images to test on, ",
            Sections.Text(SampleReport.WithValidationSet(SampleReport.Create()), "Samples"), StringComparison.Ordinal);
        Assert.Contains(
            "consists of 30 images to train on and 200 images to test on, ", Sections.Text(SampleReport.Create(), "Samples"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_whether_the_images_are_grey_or_in_colour()
    {
        var grey = SampleReport.Create();
        var (train, test) = (grey.Data.Train, grey.Data.Test);
        var colour = grey with { Data = new DataSplits(InColour(train), InColour(test)) };

        Assert.Contains("grey pixels", Sections.Text(grey, "Samples"), StringComparison.Ordinal);
        Assert.Contains("One grey image of", Sections.Text(grey, "Model card"), StringComparison.Ordinal);
        Assert.Contains("colour pixels", Sections.Text(colour, "Samples"), StringComparison.Ordinal);
        Assert.Contains("One colour image of", Sections.Text(colour, "Model card"), StringComparison.Ordinal);

        static LabelledImages InColour(LabelledImages images) =>
            images with { Channels = 3, Pixels = [.. images.Pixels.SelectMany(pixel => new[] { pixel, pixel, pixel })] };
    }
}
