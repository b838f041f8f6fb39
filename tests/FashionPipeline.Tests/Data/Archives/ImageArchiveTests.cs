using System.Security.Cryptography;
using FashionPipeline.Data;
using FashionPipeline.Data.Archives;
using FashionPipeline.Data.Decoding;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Tests.Data.Decoding;

namespace FashionPipeline.Tests.Data.Archives;

public sealed class ImageArchiveTests
{
    private static readonly ImageShape Shape = new(2, 3);
    private static readonly string[] Names = ["cat", "dog"];

    [Fact]
    public void Should_read_the_images_of_each_class_in_the_order_of_their_digests()
    {
        var files = Names.SelectMany(name => new[] { "train", "test" }.SelectMany(half => Enumerable.Range(0, 5)
            .Select(i => (Half: half, Name: name, Png: Png((byte)(i + (10 * name[0]) + half.Length)))))).ToList();

        var splits = Read(files.Select((file, i) => ($"{file.Half}/{file.Name}/{i}.png", file.Png)));

        foreach (var (half, images) in new[] { ("train", splits.Train), ("test", splits.Test) })
        {
            var expected = files.Where(file => file.Half == half)
                .OrderBy(file => Convert.ToHexStringLower(SHA256.HashData(file.Png)), StringComparer.Ordinal).ToList();
            Assert.Equal(expected.Select(file => (byte)Array.IndexOf(Names, file.Name)), images.Labels);
            Assert.Equal(Shape, images.Shape);
            Assert.Equal(expected.SelectMany(file => PixelsOf(file.Png)), images.Pixels);
        }
    }

    [Fact]
    public void Should_test_on_a_sixth_of_each_class_where_the_archive_is_not_parted_whatever_the_names()
    {
        var pngs = Enumerable.Range(0, 13).Select(i => Png((byte)i)).ToList();
        IEnumerable<(string, byte[])> Files(string prefix) => pngs.SelectMany((png, i) =>
            Names.Select(name => ($"{name}/{prefix}{i}.png", png)));

        var (splits, renamed) = (Read(Files("a")), Read(Files("b").Reverse()));

        Assert.Equal([3, 3], Names.Select((_, label) => splits.Test.Labels.Count(found => found == label)));
        Assert.Equal([10, 10], Names.Select((_, label) => splits.Train.Labels.Count(found => found == label)));
        Assert.Equal(splits.Test.Pixels, renamed.Test.Pixels);
        Assert.Equal(splits.Train.Labels, renamed.Train.Labels);
    }

    [Fact]
    public void Should_keep_equal_files_of_two_classes_in_one_half()
    {
        var splits = Read(Enumerable.Range(0, 40).Select(i => ($"{Names[i % 2]}/{i}.png", Png((byte)i)))
            .Concat(Enumerable.Range(0, 8).Select(i => ($"{Names[(i + 1) % 2]}/again{i}.png", Png((byte)i)))));

        Assert.Empty(ImagesOf(splits.Train).Intersect(ImagesOf(splits.Test)));

        IEnumerable<string> ImagesOf(LabelledImages images) => images.Pixels.Chunk(Shape.Values).Select(Convert.ToHexString);
    }

    [Theory]
    [InlineData(" cat/1.png")]
    [InlineData("cat /1.png")]
    [InlineData("c\u001bat/1.png")]
    public void Should_refuse_a_class_that_no_file_can_name(string name)
    {
        var fault = Assert.Throws<InputException>(() => Read([(name, Png(1)), ("dog/1.png", Png(2))]));

        Assert.Contains("rename the folder", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', fault.Message);
    }

    [Fact]
    public void Should_keep_equal_files_in_one_half()
    {
        var files = Enumerable.Range(0, 12).SelectMany(i => Names.Select(name => ($"{name}/{i}.png", Png((byte)(i % 3)))));

        var splits = Read(files);

        Assert.Equal(8, splits.Test.Count);
        Assert.Empty(splits.Test.Pixels.Distinct().Intersect(splits.Train.Pixels.Distinct()));
    }

    [Fact]
    public void Should_pass_over_what_systems_leave_behind_and_what_lies_in_no_folder()
    {
        var files = Whole().Concat(
        [
            ("README.md", [1]), ("__MACOSX/train/cat/._1.png", [1]), ("train/.DS_Store", [1]), ("train/cat/Thumbs.db", [1]), ("train/", []),
        ]);

        Assert.Equal(2, Read(files).Train.Count);
    }

    [Fact]
    public void Should_give_grey_images_three_channels_where_the_data_set_has_colours()
    {
        byte[] red = PngBytes.Of([.. Enumerable.Range(0, 18).Select(i => (byte)(i % 3 == 0 ? 200 : 1))], Shape with { Channels = 3 });

        var splits = ImageArchive.Read(
            Content(Whole().Append(("train/dog/red.png", red))), Shape with { Channels = 3 }, Names);

        Assert.Equal(3, splits.Train.Channels);
        Assert.Equal(new byte[] { 1, 5, 200 }, splits.Train.Pixels.Distinct().Order());
    }

    [Fact]
    public void Should_name_every_image_that_is_at_fault()
    {
        var colour = PngBytes.Of([.. Enumerable.Range(0, 18).Select(i => (byte)i)], Shape with { Channels = 3 });
        var files = Whole().Concat(
        [
            ("train/cat/large.png", PngBytes.Of(new byte[12], new ImageShape(4, 3))),
            ("train/cat/text.png", "no image"u8.ToArray()),
            ("train/cat/cut.png", Png(1)[..50]),
            ("train/cat/red.png", colour),
            ("train/cat/heavy.png", new byte[300_000]),
            ("train/dgo/1.png", Png(1)),
            ("train/cat/deep/1.png", Png(1)),
            ("valid/cat/1.png", Png(1)),
            ("test/../../etc/1.png", Png(1)),
            ("train/cat/1.png", Png(9)),
        ]);

        Assert.Equal(
            [
                "The archive mine.zip has 10 faults:",
                "mine.zip: the folder 'dgo' is no class; did you mean 'dog'? Known: dog, cat",
                "mine.zip/test/../../etc/1.png: its name leads out of its folder; expected names such as train/CLASS/1.png",
                "mine.zip/train/cat/1.png: is there a second time",
                "mine.zip/train/cat/cut.png: is damaged: it cannot be decoded",
                "mine.zip/train/cat/deep/1.png: expected train/CLASS/FILE and test/CLASS/FILE, as there is a folder train or test",
                "mine.zip/train/cat/heavy.png: has 300000 bytes; expected 262168 at most for its size",
                "mine.zip/train/cat/large.png: has 4 x 3 pixels; expected 2 x 3",
                "mine.zip/train/cat/red.png: is in colour; expected grey, as the data set has one channel",
                "mine.zip/train/cat/text.png: is neither PNG nor JPEG",
                "mine.zip/valid/cat/1.png: expected train/CLASS/FILE and test/CLASS/FILE, as there is a folder train or test",
            ],
            Faults(Content(files)));
    }

    [Fact]
    public void Should_name_every_class_without_an_image()
    {
        Assert.Equal(
            [
                "The archive mine.zip has 2 faults:",
                "mine.zip: the class 'dog' has no image to test on",
                "mine.zip: the class 'dog' has no image to train on",
            ],
            Faults(Content(Whole().Where(file => !file.Name.Contains("dog", StringComparison.Ordinal)))));
        Assert.Equal(
            ["The archive mine.zip has 2 faults:", "mine.zip: the class 'cat' has no image to train on",
                "mine.zip: the class 'dog' has no image to train on"],
            Faults(Content([("cat/1.png", Png(1)), ("dog/1.png", Png(2))])));
    }

    [Fact]
    public void Should_name_images_that_lie_too_deep_in_an_archive_that_is_not_parted() => Assert.Contains(
        "mine.zip/cat/deep/1.png: expected CLASS/FILE, or train/CLASS/FILE and test/CLASS/FILE",
        Faults(Content([("cat/deep/1.png", Png(1)), ("cat/1.png", Png(1)), ("dog/1.png", Png(2))])));

    [Fact]
    public void Should_refuse_more_images_than_fit()
    {
        var files = Enumerable.Range(0, 50).Select(i => ($"train/cat/{i}.png", Array.Empty<byte>()));

        var fault = Assert.Throws<InputException>(() => ImageArchive.Read(Content(files), new ImageShape(4096, 4096, 3), Names));

        Assert.Contains("has 50 images of 4096 x 4096 colour pixels: more values than", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_refuse_what_is_no_archive() => Assert.Contains(
        "mine.zip is no ZIP archive",
        Assert.Throws<InputException>(() => ImageArchive.Read(new FileContent("mine.zip", [1, 2, 3]), Shape, Names)).Message,
        StringComparison.Ordinal);

    // The list says two bytes, the file unpacks to more: no more is read than was said.
    [Fact]
    public void Should_read_no_more_than_the_archive_says()
    {
        var bytes = ZipBytes.Of(Whole().Append(("train/cat/bomb.png", new byte[200_000])));
        var sizes = new byte[] { 0x40, 0x0D, 0x03, 0x00 }; // 200,000
        for (int place; (place = bytes.AsSpan().IndexOf(sizes)) >= 0;)
        {
            bytes[place] = 2;
            bytes.AsSpan(place + 1, 3).Clear();
        }

        Assert.StartsWith("mine.zip/train/cat/bomb.png: ", Faults(new FileContent("mine.zip", bytes))[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Should_tell_size_channels_and_classes()
    {
        var grey = ArchiveDescription.Of(Content(Whole()));
        byte[] red = PngBytes.Of([.. Enumerable.Range(0, 18).Select(i => (byte)i)], Shape with { Channels = 3 });
        var colour = ArchiveDescription.Of(Content(Whole().Append(("train/cat/red.png", red))));
        var numbers = ArchiveDescription.Of(Content(new[] { "10", "9", "100" }.Select(name => ($"{name}/1.png", Png(1)))));

        Assert.Equal(Shape, grey.Shape);
        Assert.Equal(Names, grey.LabelNames);
        Assert.Equal(Shape with { Channels = 3 }, colour.Shape);
        Assert.Equal(["9", "10", "100"], numbers.LabelNames);
    }

    [Fact]
    public void Should_say_that_it_holds_no_images()
    {
        Assert.Contains("holds no images", Describe(("README.md", [1])), StringComparison.Ordinal);
        Assert.Contains("no image that can be decoded", Describe(("cat/1.png", [1])), StringComparison.Ordinal);

        static string Describe((string, byte[]) file) =>
            Assert.Throws<InputException>(() => ArchiveDescription.Of(Content([file]))).Message;
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Whole() =>
        from half in new[] { "train", "test" } from name in Names select ($"{half}/{name}/1.png", Png(5));

    private static byte[] Png(byte value) => PngBytes.Of([.. Enumerable.Repeat(value, Shape.Values)], Shape);

    private static IEnumerable<byte> PixelsOf(byte[] png) => EncodedImage.Open(png).Decode().Pixels;

    private static FileContent Content(IEnumerable<(string Name, byte[] Bytes)> files) => new("mine.zip", ZipBytes.Of(files));

    private static DataSplits Read(IEnumerable<(string Name, byte[] Bytes)> files) => ImageArchive.Read(Content(files), Shape, Names);

    private static string[] Faults(FileContent file) =>
        Assert.Throws<InputException>(() => ImageArchive.Read(file, Shape, Names)).Message.Split('\n');
}
