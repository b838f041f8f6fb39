using System.Buffers.Binary;
using System.Globalization;
using CsvHelper;
using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline;
using FashionPipeline.Pipeline.OwnImages;
using FashionPipeline.Tests.Data.Decoding;
using FashionPipeline.Tests.Data.Idx;
using FashionPipeline.Tests.Pipeline.DataSets;

namespace FashionPipeline.Tests.Pipeline.OwnImages;

/// <summary>From a folder of images to what a model takes another one for.</summary>
public sealed class OwnImagesTests : IDisposable
{
    private static readonly ImageShape Shape = new(6, 6, 3);

    private readonly AdditionDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Should_train_on_a_folder_of_images_and_tell_the_classes_of_others()
    {
        AddColours();
        desk.Write("red.png", Png(Shape, [250, 10, 10]));
        desk.Write("large blue.png", Png(new ImageShape(31, 17, 3), [5, 20, 240]));

        var predictions = Predict("red.png", "large blue.png");

        Assert.Equal(["bird", "cat"], predictions.Images.Select(image => image.Classes[0].Name));
        Assert.All(predictions.Images, image => Assert.Equal(1, image.Classes.Sum(found => found.Probability), 1e-6));
        Assert.Equal(
            [
                "model first, trained with the seed 12345",
                "",
                desk.Folder["red.png"],
                $"  {Percent(predictions, 0, 0)} %  bird",
                $"  {Percent(predictions, 0, 1)} %  cat",
                "",
                $"{desk.Folder["large blue.png"]}  (31 x 17 colour pixels, brought to 6 x 6 colour pixels)",
            ],
            predictions.ToLines().Take(7));
    }

    [Fact]
    public void Should_name_every_file_that_is_no_image_before_anything_is_trained()
    {
        AddColours();
        desk.Write("text.png", "no image"u8.ToArray());

        var fault = Assert.Throws<InputException>(() => Predict("text.png", "missing.png"));

        Assert.Contains($"{desk.Folder["text.png"]}: is neither PNG nor JPEG", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"{desk.Folder["missing.png"]}: cannot be read: ", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(desk.Folder.Files, file => file.Contains("/data/", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_refuse_images_that_no_memory_holds()
    {
        AddColours();
        var large = Png(Shape, [1, 2, 3]);
        BinaryPrimitives.WriteInt32BigEndian(large.AsSpan(16), 12_000); // columns, behind signature, length and name
        BinaryPrimitives.WriteInt32BigEndian(large.AsSpan(20), 12_000);
        desk.Write("large.png", large);
        using (var file = File.Create(desk.Folder["long.png"]))
        {
            file.SetLength((1 << 28) + 1);
        }

        var fault = Assert.Throws<InputException>(() => Predict("large.png", "long.png"));

        Assert.Contains("has 12000 x 12000 pixels; expected 100000000 at most", fault.Message, StringComparison.Ordinal);
        Assert.Contains("is larger than 268435456 bytes, the most that is read", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_classify_all_images_of_a_folder_and_of_those_below_in_the_order_of_their_names()
    {
        AddColours();
        desk.Write("mine/b/blue.PNG", Png(new ImageShape(9, 7, 3), [5, 20, 240]));
        desk.Write("mine/red.png", Png(Shape, [250, 10, 10]));
        desk.Write("mine/a.png", Png(Shape, [250, 10, 10]));
        desk.Write("mine/B.jpeg", Png(Shape, [5, 20, 240]));
        desk.Write("mine/notes.txt", "no image"u8.ToArray());
        desk.Write("named.png", Png(Shape, [250, 10, 10]));

        var predictions = PredictAll("mine", "named.png");

        Assert.Equal(
            [desk.Folder["named.png"], "B.jpeg", "a.png", "b/blue.PNG", "red.png"],
            predictions.Images.Select(image => image.Image.ToString()));
        Assert.Equal(["bird", "cat", "bird", "cat", "bird"], predictions.Images.Select(image => image.Classes[0].Name));
        Assert.Equal(
            [
                "",
                $"  {Percent(predictions, 1, 0)} %  cat   B.jpeg",
                $"  {Percent(predictions, 2, 0)} %  bird  a.png",
                $"  {Percent(predictions, 3, 0)} %  cat   b/blue.PNG",
                $"  {Percent(predictions, 4, 0)} %  bird  red.png",
                "",
                "1 of 4 images had another size, and were brought to 6 x 6 colour pixels",
                "",
                "left out, as their names are not those of PNG or JPEG files: 1 file",
            ],
            predictions.ToLines().Skip(5));
    }

    [Fact]
    public void Should_name_every_faulty_file_of_a_folder_together_with_those_that_were_named()
    {
        AddColours();
        desk.Write("mine/a.png", "no image"u8.ToArray());
        desk.Write("mine/good.png", Png(Shape, [250, 10, 10]));
        desk.Write("mine/below/b.jpg", [0xFF, 0xD8, 0xFF, 0]);

        var fault = Assert.Throws<InputException>(() => PredictAll("mine", "missing.png"));

        Assert.StartsWith("What was given to classify has 3 faults:", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"{desk.Folder["mine/a.png"]}: is neither PNG nor JPEG", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"{desk.Folder["mine/below/b.jpg"]}: is damaged: it cannot be decoded", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"{desk.Folder["missing.png"]}: cannot be read: ", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("good.png", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Should_classify_an_IDX_file_of_any_size_list_the_first_and_put_all_in_a_table(bool isPacked)
    {
        AddColours();
        const int Count = 1100; // more than go to the network at once
        var images = Tests.Data.Images.Random(Count, height: 9, width: 4, classes: 2);
        var idx = IdxBytes.OfImages(images);
        desk.Write("mine-idx3-ubyte", isPacked ? IdxBytes.Gzip(idx) : idx);

        var predictions = PredictAll("mine-idx3-ubyte");

        var lines = predictions.ToLines();
        Assert.Equal(
            ["  ... and 1,080 more", "", "1,100 of 1,100 images had another size, and were brought to 6 x 6 colour pixels"],
            lines.Skip(22));
        Assert.EndsWith("  mine-idx3-ubyte[19]", lines[21], StringComparison.Ordinal);
        using var csv = new CsvReader(
            new StreamReader(new MemoryStream(predictions.ToCsv())), CultureInfo.InvariantCulture);
        var rows = csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(["file", "index", "class", "probability", "bird", "cat"], rows[0].Keys);
        Assert.Equal(Enumerable.Range(0, Count).Select(index => $"{index}"), rows.Select(row => row["index"]));
        Assert.All(rows.Zip(predictions.Images), row =>
        {
            Assert.Equal("mine-idx3-ubyte", row.First["file"]);
            Assert.Equal(row.Second.Classes[0].Name, row.First["class"]);
            Assert.Equal(row.First[(string)row.First["class"]], row.First["probability"]);
            Assert.Equal(row.Second.Probabilities, new[] { "bird", "cat" }.Select(name => Number(row.First[name])));
        });
    }

    [Theory]
    [InlineData("mine", "' holds no image, nor do the folders in it. Expected files that end in .png, .jpg or .jpeg\nfound: notes.txt")]
    [InlineData("mine/notes.txt", "found:    magic number 0x6E6F2069")]
    [InlineData("mine/notes.txt", "Name a folder with PNG or JPEG files, or a file such as t10k-images-idx3-ubyte.gz.")]
    [InlineData("nowhere", "There is no file or folder '")]
    public void Should_say_what_was_expected_where_there_are_no_images(string collection, string message)
    {
        AddColours();
        desk.Write("mine/notes.txt", "no image in these notes"u8.ToArray());

        var fault = Assert.Throws<InputException>(() => PredictAll(collection));

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_follow_links_to_images_but_not_to_folders()
    {
        AddColours();
        desk.Write("red.png", Png(Shape, [250, 10, 10]));
        Directory.CreateDirectory(desk.Folder["mine/below"]);
        File.CreateSymbolicLink(desk.Folder["mine/linked.png"], desk.Folder["red.png"]);
        Directory.CreateSymbolicLink(desk.Folder["mine/below/again"], desk.Folder["mine"]);

        Assert.Equal(["linked.png"], PredictAll("mine").Images.Select(image => image.Image.File));
    }

    [Fact]
    public void Should_take_a_single_image_for_one_that_was_named()
    {
        AddColours();
        desk.Write("red.png", Png(Shape, [250, 10, 10]));

        Assert.Equal(Predict("red.png").ToLines(), PredictAll("red.png").ToLines());
    }

    // The folder is what the data set's file says, or it is refused.
    [Fact]
    public void Should_not_train_on_a_folder_that_has_changed()
    {
        AddColours();
        desk.Write("colours/train/cat/more.png", Png(Shape, [1, 2, 200]));
        desk.Write("red.png", Png(Shape, [250, 10, 10]));

        var fault = Assert.Throws<InputException>(() => Predict("red.png"));

        Assert.Contains("what the folder holds, packed, has wrong bytes", fault.Message, StringComparison.Ordinal);
    }

    // Birds are red, cats are blue.
    private void AddColours()
    {
        for (byte i = 0; i < 40; i++)
        {
            var half = i % 5 == 0 ? "test" : "train";
            desk.Write($"colours/{half}/bird/{i}.png", Png(Shape, [(byte)(200 + i), i, i]));
            desk.Write($"colours/{half}/cat/{i}.png", Png(Shape, [i, i, (byte)(200 + i)]));
        }

        File.WriteAllText(desk.Folder["clone/experiments/mine.yaml"], desk.Add("colours").Example);
    }

    private ImagePredictions Predict(params string[] files)
    {
        using var pipeline = ExperimentPipeline.Open(desk.Options);
        return pipeline.Predict([.. files.Select(file => desk.Folder[file])]);
    }

    private ImagePredictions PredictAll(string collection, params string[] files)
    {
        using var pipeline = ExperimentPipeline.Open(desk.Options);
        return pipeline.Predict([.. files.Select(file => desk.Folder[file])], desk.Folder[collection]);
    }

    private static float Number(object text) => float.Parse((string)text, CultureInfo.InvariantCulture);

    private static string Percent(ImagePredictions predictions, int image, int place) =>
        FormattableString.Invariant($"{predictions.Images[image].Classes[place].Probability * 100,6:0.00}");

    private static byte[] Png(ImageShape shape, byte[] colour) =>
        PngBytes.Of([.. Enumerable.Range(0, shape.Values).Select(i => colour[i % colour.Length])], shape);
}
