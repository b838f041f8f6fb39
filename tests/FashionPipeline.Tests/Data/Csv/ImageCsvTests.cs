using System.Text;
using FashionPipeline.Data;
using FashionPipeline.Data.Csv;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Tests.Data.Csv;

public sealed class ImageCsvTests
{
    private static readonly ImageShape Shape = new(2, 2);
    private static readonly string[] Names = ["cat", "dog"];

    [Theory]
    [InlineData("0,9,2,3,4\n1,5,6,7,255\n")]
    [InlineData("cat,9,2,3,4\r\ndog,5,6,7,255")]
    [InlineData("label,pixel1,pixel2,pixel3,pixel4\n0,9,2,3,4\n1,5,6,7,255\n\n")]
    [InlineData("\uFEFF\"cat\", 9, 2, 3, 4\n1,5,6,7,\"255\"\n")]
    [InlineData("0,1,2,3,4\n0,9,2,3,4\n1,5,6,7,255\n")] // numbers of columns
    public void Should_read_a_row_an_image_behind_its_label(string text)
    {
        var images = Read(text);

        Assert.Equal([0, 1], images.Labels);
        Assert.Equal([9, 2, 3, 4, 5, 6, 7, 255], images.Pixels);
        Assert.Equal(Shape, images.Shape);
    }

    [Fact]
    public void Should_read_the_channels_of_a_pixel_beside_each_other() => Assert.Equal(
        [1, 2, 3, 4, 5, 6], ImageCsv.Read(Content("dog,1,2,3,4,5,6"), new ImageShape(1, 2, 3), Names).Pixels);

    // A class that is called 1 is meant by 1, whatever its place.
    [Fact]
    public void Should_take_a_label_for_a_name_first() =>
        Assert.Equal([0], ImageCsv.Read(Content("1,1,2,3,4"), Shape, ["1", "2"]).Labels);

    [Fact]
    public void Should_name_every_row_that_is_at_fault() => Assert.Equal(
        [
            "The file mine.csv has 6 faults:",
            "mine.csv:2:1: found 4 columns; expected 5: a label and the values of 2 x 2 grey pixels",
            "mine.csv:3:1: found the label '2'; expected 0 to 1, or a class: known: cat, dog",
            "mine.csv:4:1: found '256' in column 3; expected a whole number from 0 to 255",
            "mine.csv:5:1: found '-1' in column 5; expected a whole number from 0 to 255",
            "mine.csv:6:1: found the label 'dgo'; expected 0 to 1, or a class: did you mean 'dog'? Known: dog, cat",
            "mine.csv:7:1: found '1.5' in column 2; expected a whole number from 0 to 255",
        ],
        Faults("0,9,2,3,4\n0,1,2,3\n2,1,2,3,4\n0,1,256,3,4\n0,1,2,3,-1\ndgo,1,2,3,4\n0,1.5,2,3,4\n"));

    [Fact]
    public void Should_not_take_the_beginning_of_a_label_that_has_no_end_for_it() =>
        Assert.Contains(
            "mine.csv:1:1: the label has more than 100 characters", Faults($"{new string('x', 100_000)},1,2,3,4"));

    // Only a row without any number is a header.
    [Fact]
    public void Should_take_no_damaged_row_for_a_header() => Assert.Contains(
        "mine.csv:1:1: found 'x' in column 2", Faults("0,x,2,3,4\n0,1,2,3,4")[1], StringComparison.Ordinal);

    [Fact]
    public void Should_point_at_a_quotation_mark_that_is_out_of_place() => Assert.Contains(
        "mine.csv:2:1: a quotation mark is out of place", Faults("0,1,2,3,4\n0,1,2\"3,3,4\n"));

    [Theory]
    [InlineData("")]
    [InlineData("label,a,b,c,d\n")]
    public void Should_say_that_there_are_no_rows(string text) =>
        Assert.Contains("mine.csv has no rows", Assert.Single(Faults(text)), StringComparison.Ordinal);

    [Fact]
    public void Should_tell_square_images_and_their_labels()
    {
        var grey = Describe("2,1,2,3,4", "0,1,2,3,4");
        var colour = Describe("dog,1,2,3", "cat,1,2,3");

        Assert.Equal(new ImageShape(2, 2), grey.Shape);
        Assert.Equal(["0", "1", "2"], grey.LabelNames);
        Assert.Equal(new ImageShape(1, 1, 3), colour.Shape);
        Assert.Equal(["cat", "dog"], colour.LabelNames);
        Assert.Contains(
            "has 3 columns", Assert.Throws<InputException>(() => Describe("0,8,2", "0,8,2")).Message, StringComparison.Ordinal);
    }

    private static DataDescription Describe(string train, string test) => ImageCsv.Describe(Content(train), Content(test));

    private static LabelledImages Read(string text) => ImageCsv.Read(Content(text), Shape, Names);

    private static string[] Faults(string text) => Assert.Throws<InputException>(() => Read(text)).Message.Split('\n');

    private static FileContent Content(string text) => new("mine.csv", Encoding.UTF8.GetBytes(text));
}
