using System.Buffers.Binary;
using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline;
using FashionPipeline.Pipeline.OwnImages;
using FashionPipeline.Tests.Data.Decoding;
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

    private static string Percent(ImagePredictions predictions, int image, int place) =>
        FormattableString.Invariant($"{predictions.Images[image].Classes[place].Probability * 100,6:0.00}");

    private static byte[] Png(ImageShape shape, byte[] colour) =>
        PngBytes.Of([.. Enumerable.Range(0, shape.Values).Select(i => colour[i % colour.Length])], shape);
}
