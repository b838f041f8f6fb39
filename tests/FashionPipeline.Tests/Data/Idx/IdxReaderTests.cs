using FashionPipeline.Data;
using FashionPipeline.Data.Idx;
using FashionPipeline.Foundation.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace FashionPipeline.Tests.Data.Idx;

public sealed class IdxReaderTests
{
    private static readonly LabelledImages Images = Data.Images.Random(count: 5, height: 4, width: 3, classes: 10);
    private static readonly byte[] ImageFile = IdxBytes.OfImages(Images);
    private static readonly byte[] LabelFile = IdxBytes.OfLabels(Images);

    [Fact]
    public void Should_read_any_images_gzipped_or_plain()
    {
        var sizes = Gen.Choose(1, 9).Four().Zip(Gen.Choose(0, 1)).ToArbitrary();
        Prop.ForAll(sizes, size =>
        {
            var ((count, height, width, seed), gzip) = size;
            var images = Data.Images.Random(count, height, width, classes: 7, (ulong)seed);
            Func<byte[], byte[]> pack = gzip == 1 ? IdxBytes.Gzip : bytes => bytes;
            var read = Read(pack(IdxBytes.OfImages(images)), pack(IdxBytes.OfLabels(images)), height, width, classes: 7);
            return read.Pixels.SequenceEqual(images.Pixels) && read.Labels.SequenceEqual(images.Labels)
                && read.Height == height && read.Width == width;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Should_read_images_without_labels_one_by_one()
    {
        var read = IdxReader.ReadImages(new FileContent("images", IdxBytes.Gzip(ImageFile)));

        Assert.All(read, image => Assert.Equal(new ImageShape(4, 3), image.Shape));
        Assert.Equal(Images.Pixels, read.SelectMany(image => image.Pixels));
    }

    [Fact]
    public void Should_advise_what_helps_of_this_file()
    {
        var file = new FileContent("mine", LabelFile) { Advice = "Name another file." };

        Assert.EndsWith(
            "\nName another file.", Assert.Throws<InputException>(() => IdxReader.ReadImages(file)).Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "Its SHA-256 is the one that the data set's file names: correct that file, or publish another one.",
            Assert.Throws<InputException>(() => Read(LabelFile, LabelFile, 4, 3, 10)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Should_reject_another_magic_number() =>
        Rejects(IdxBytes.Of(0x801, Images.Pixels, 60), LabelFile, "images", "found:    magic number 0x00000801", "expected: 0x00000803");

    [Fact]
    public void Should_reject_a_file_without_a_whole_header() =>
        Rejects(ImageFile[..15], LabelFile, "images", "15 bytes", "header of 16 bytes");

    [Fact]
    public void Should_reject_an_empty_file() => Rejects([], LabelFile, "images", "0 bytes");

    [Fact]
    public void Should_reject_a_file_that_ends_too_early() =>
        Rejects(ImageFile[..^1], LabelFile, "images", "75 bytes: the file ends too early", "76 bytes for the dimensions 5 x 4 x 3");

    [Fact]
    public void Should_reject_trailing_bytes() => Rejects([.. ImageFile, 0, 0], LabelFile, "images", "78 bytes: 2 trailing", "76 bytes");

    [Fact]
    public void Should_reject_images_of_another_size() =>
        Rejects(IdxBytes.Of(0x803, Images.Pixels, 5, 3, 4), LabelFile, "images", "3 x 4", "4 x 3");

    [Fact]
    public void Should_reject_sizes_whose_product_no_number_holds() => Rejects(
        IdxBytes.Of(0x803, [], int.MaxValue, int.MaxValue, int.MaxValue), LabelFile, "images",
        "9903520300447984150353281023 values, as its dimensions 2147483647 x 2147483647 x 2147483647 say", "2147483591 at most");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Should_reject_a_size_that_is_not_positive(int size) =>
        Rejects(IdxBytes.Of(0x803, [], size, 4, 3), LabelFile, "images", $"size {size} in dimension 1");

    [Fact]
    public void Should_reject_another_number_of_labels_than_images() =>
        Rejects(ImageFile, IdxBytes.Of(0x801, Images.Labels[..4], 4), "labels", "4 labels", "5, one for each image");

    [Fact]
    public void Should_reject_a_label_out_of_range_and_say_which() =>
        Rejects(ImageFile, IdxBytes.Of(0x801, [0, 9, 1, 10, 2], 5), "labels", "label 10 at index 3", "labels from 0 to 9");

    [Fact]
    public void Should_reject_gzip_data_cut_short_anywhere()
    {
        var packed = IdxBytes.Gzip(ImageFile);
        for (var length = 2; length < packed.Length; length++)
        {
            Rejects(packed[..length], LabelFile, "images");
        }
    }

    [Fact]
    public void Should_reject_gzip_data_with_any_bit_of_its_checksum_changed()
    {
        var packed = IdxBytes.Gzip(ImageFile);
        for (var bit = 0; bit < 64; bit++)
        {
            var damaged = packed.ToArray();
            damaged[packed.Length - 8 + (bit / 8)] ^= (byte)(1 << (bit % 8));
            Rejects(damaged, LabelFile, "images");
        }
    }

    [Fact]
    public void Should_reject_bytes_behind_gzip_data() =>
        Rejects([.. IdxBytes.Gzip(ImageFile), 1, 2, 3, 4, 5], LabelFile, "images", "trailing");

    [Fact]
    public void Should_read_the_published_files()
    {
        var data = IdxReader.ReadSplits(
            new DataSet
            {
                Name = "fashion-mnist",
                Title = "Fashion-MNIST",
                Licence = "MIT",
                Height = 28,
                Width = 28,
                LabelNames = [.. Enumerable.Range(0, 10).Select(label => $"{label}")],
            },
            new Dictionary<DataFileRole, FileContent>
            {
                [DataFileRole.TestLabels] = RealData.Idx("t10k-labels-idx1-ubyte.gz"),
                [DataFileRole.TestImages] = RealData.Idx("t10k-images-idx3-ubyte.gz"),
                [DataFileRole.TrainLabels] = RealData.Idx("train-labels-idx1-ubyte.gz"),
                [DataFileRole.TrainImages] = RealData.Idx("train-images-idx3-ubyte.gz"),
            });

        // The paper: 60,000 and 10,000 images, every class equally often. The first ones are known from its repository.
        Assert.Equal(60_000, data.Train.Count);
        Assert.Equal(10_000, data.Test.Count);
        Assert.All(data.Train.Labels.CountBy(label => label), count => Assert.Equal(6_000, count.Value));
        Assert.All(data.Test.Labels.CountBy(label => label), count => Assert.Equal(1_000, count.Value));
        Assert.Equal([9, 0, 0, 3, 0], data.Train.Labels[..5]);
        Assert.Equal([9, 2, 1, 1, 6], data.Test.Labels[..5]);
    }

    private static void Rejects(byte[] images, byte[] labels, string culprit, params string[] says)
    {
        var fault = Assert.Throws<InputException>(() => Read(images, labels, 4, 3, 10));
        Assert.StartsWith(culprit + " is not", fault.Message);
        Assert.All(says, text => Assert.Contains(text, fault.Message));
    }

    private static LabelledImages Read(byte[] images, byte[] labels, int height, int width, int classes) =>
        IdxReader.Read(new FileContent("images", images), new FileContent("labels", labels), height, width, classes);
}
