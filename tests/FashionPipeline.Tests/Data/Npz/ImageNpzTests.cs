using FashionPipeline.Data;
using FashionPipeline.Data.Npz;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Tests.Data.Archives;

namespace FashionPipeline.Tests.Data.Npz;

public sealed class ImageNpzTests
{
    private static readonly ImageShape Shape = new(2, 3);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Should_read_the_arrays_of_a_Keras_data_set(int channels)
    {
        var splits = Splits(channels);

        var read = ImageNpz.Read(new FileContent("mine.npz", NpyBytes.Of(splits)), Shape with { Channels = channels }, classes: 4);

        Assert.Equal(splits.Train.Pixels, read.Train.Pixels);
        Assert.Equal(splits.Test.Pixels, read.Test.Pixels);
        Assert.Equal(splits.Test.Labels, read.Test.Labels);
        Assert.Equal(Shape with { Channels = channels }, read.Train.Shape);
    }

    [Theory]
    [InlineData("<i8", "(2,)", new byte[] { 3, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(">u2", "(2, 1)", new byte[] { 0, 3, 0, 1 })]
    [InlineData("|i1", "(2,)", new byte[] { 3, 1 })]
    [InlineData("<i4", "(2,)", new byte[] { 3, 0, 0, 0, 1, 0, 0, 0 })]
    public void Should_read_labels_of_every_type_of_whole_numbers(string type, string shape, byte[] values) =>
        Assert.Equal([3, 1], Read(("y_test", NpyBytes.Of(type, shape, values))).Test.Labels);

    [Fact]
    public void Should_take_grey_images_with_a_fourth_dimension_of_one() =>
        Assert.Equal(Shape, Read(("x_test", NpyBytes.Of("|u1", "(2, 2, 3, 1)", new byte[12]))).Test.Shape);

    public static TheoryData<string, byte[], string> Faulty => new()
    {
        { "x_test", NpyBytes.Of("<f4", "(2, 2, 3)", new byte[48]),
            "mine.npz/x_test: has the type <f4 and the shape (2, 2, 3); expected |u1 and images of 2 x 3 grey pixels: (n, 2, 3)" },
        { "x_test", NpyBytes.Of("|u1", "(2, 3, 2)", new byte[12]), "has the type |u1 and the shape (2, 3, 2); expected |u1" },
        { "x_test", NpyBytes.Of("|u1", "(2, 2, 3, 3)", new byte[36]), "shape (2, 2, 3, 3); expected |u1 and images of 2 x 3 grey pixels" },
        { "x_test", NpyBytes.Of("|u1", "()", new byte[1]), "shape (); expected |u1" },
        { "x_test", NpyBytes.Of("|u1", "(3, 2, 3)", new byte[18]), "y_test: has the type |u1 and the shape (2); expected 3 labels" },
        { "y_test", NpyBytes.Of("<f8", "(2,)", new byte[16]), "y_test: has the type <f8 and the shape (2); expected whole numbers" },
        { "y_test", NpyBytes.Of("|u1", "(2, 2)", new byte[4]), "expected whole numbers, (n) or (n, 1)" },
        { "y_test", NpyBytes.Of("|u1", "(2,)", [1, 4]), "mine.npz/y_test: found the label 4 at index 1; expected 0 to 3" },
        { "y_test", NpyBytes.Of("|i1", "(2,)", [255, 0]), "found the label -1 at index 0; expected 0 to 3" },
        { "y_test", NpyBytes.Of("|u1", "(0,)", []), "holds no labels" },
        { "y_test", NpyBytes.Of("|u1", "(2,)", [1, 1, 1]),
            "mine.npz/y_test: has 3 bytes behind its header; expected 2 of the type |u1 and the shape (2)" },
        { "x_test", NpyBytes.Of("|u1", "(999999, 999999, 999999)", [1]),
            "has the shape (999999, 999999, 999999) and the type |u1, 999997000002999999 bytes; expected 2147483591 at most. " },
        { "x_test", NpyBytes.Of("|u1", "(99999999999, 2, 3)", [1]), "has a shape with the size 99999999999, which is too large" },
        { "x_test", NpyBytes.Of("|u1", "(2, 2, 3)", new byte[12], order: "True"), "is in Fortran's order" },
        { "x_test", NpyBytes.Of("|u1", "(2, two, 3)", []), "has no header with descr, fortran_order and shape" },
        { "x_test", [1, 2, 3, 4, 5, 6, 7, 8, 9], "is no .npy file" },
        { "x_test", [0x93], "mine.npz/x_test: " },
        { "x_test", [0x93, .. "NUMPY"u8, 2, 0, 0, 0, 2, 0], "has a header of 131072 bytes; expected 65536 at most" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Should_name_the_array_that_is_at_fault(string name, byte[] array, string message) => Assert.Contains(
        message, Assert.Throws<InputException>(() => Read((name, array))).Message, StringComparison.Ordinal);

    [Fact]
    public void Should_name_every_array_that_is_missing()
    {
        var file = new FileContent("mine.npz", ZipBytes.Of(("x_train.npy", NpyBytes.Of(Splits(1).Train)), ("labels.npy", [1])));

        Assert.Equal(
            [
                "The file mine.npz has 3 faults:",
                "mine.npz/x_test: is missing; expected x_train, y_train, x_test, y_test, found x_train.npy, labels.npy",
                "mine.npz/y_test: is missing; expected x_train, y_train, x_test, y_test, found x_train.npy, labels.npy",
                "mine.npz/y_train: is missing; expected x_train, y_train, x_test, y_test, found x_train.npy, labels.npy",
            ],
            Assert.Throws<InputException>(() => ImageNpz.Read(file, Shape, 4)).Message.Split('\n'));
    }

    [Fact]
    public void Should_refuse_what_is_no_archive() => Assert.Contains(
        "mine.npz is no .npz file",
        Assert.Throws<InputException>(() => ImageNpz.Read(new FileContent("mine.npz", [1]), Shape, 4)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Should_tell_size_channels_and_classes()
    {
        var description = ImageNpz.Describe(new FileContent("mine.npz", NpyBytes.Of(Splits(3))));

        Assert.Equal(Shape with { Channels = 3 }, description.Shape);
        Assert.Equal(["0", "1", "2", "3"], description.LabelNames);
    }

    private static DataSplits Splits(int channels) => new(
        Images.Random(count: 40, height: 2, width: 3, classes: 4, seed: 1, channels), Images.Random(2, 2, 3, 4, seed: 2, channels));

    // A whole file in which one array is another one.
    private static DataSplits Read((string Name, byte[] Bytes) other)
    {
        var splits = Splits(1);
        var arrays = new Dictionary<string, byte[]>
        {
            ["x_train"] = NpyBytes.Of(splits.Train),
            ["y_train"] = NpyBytes.Of("|u1", "(40,)", splits.Train.Labels),
            ["x_test"] = NpyBytes.Of(splits.Test),
            ["y_test"] = NpyBytes.Of("|u1", "(2,)", splits.Test.Labels),
            [other.Name] = other.Bytes,
        };
        return ImageNpz.Read(
            new FileContent("mine.npz", ZipBytes.Of(arrays.Select(array => (array.Key + ".npy", array.Value)))), Shape, classes: 4);
    }
}
