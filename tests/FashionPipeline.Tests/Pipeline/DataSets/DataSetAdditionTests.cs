using System.Security.Cryptography;
using System.Text;
using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Tests.Data.Archives;
using FashionPipeline.Tests.Data.Decoding;
using FashionPipeline.Tests.Data.Idx;
using FashionPipeline.Tests.Data.Npz;
using FashionPipeline.Tests.Download;
using FashionPipeline.Tests.Pipeline.Experiments;
using NJsonSchema;
using YamlDotNet.Serialization;

namespace FashionPipeline.Tests.Pipeline.DataSets;

public sealed class DataSetAdditionTests : IDisposable
{
    private readonly AdditionDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Should_write_the_file_of_a_folder_of_images()
    {
        desk.WriteImages("clone/data/pets", AdditionDesk.Splits(channels: 3));

        var added = desk.Add("clone/data/pets");

        Assert.Equal(desk.DataSetFile, added.File);
        var lines = File.ReadAllLines(desk.DataSetFile);
        Assert.Equal(
            [
                "# yaml-language-server: $schema=schema.json",
                "title: mine",
                "licence: not stated",
                "",
                "image: {height: 6, width: 6, channels: 3}",
                "label_names: [bird, cat]",
                "",
                "# Asked in this order, after the cache and the mirror; a file's name is appended.",
                "sources:",
                "  - \"../../data/pets/\"",
                "",
                "files:",
                "  archive:",
                "    name: \"mine.zip\"",
            ],
            lines[..14]);
        Assert.Equal(
            [
                $"found    a folder of images for each class in {desk.Folder["clone/data/pets"]}",
                "images   24 to train on, 8 to test on, each of 6 x 6 colour pixels",
                "classes  2: bird (14), cat (18)",
            ],
            added.Lines);
        var schema = await JsonSchema.FromFileAsync(
            Path.Combine(ShippedFiles.Folder, "datasets", "schema.json"), TestContext.Current.CancellationToken);
        var content = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build()
            .Deserialize<object>(File.ReadAllText(desk.DataSetFile));
        Assert.Empty(schema.Validate(new SerializerBuilder().JsonCompatible().Build().Serialize(content)));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 4, 3)]
    [InlineData(28, 28, 1)]
    [InlineData(32, 40, 3)]
    public void Should_show_an_experiment_that_can_be_typed_in_at_once(int height, int width, int channels)
    {
        desk.WriteImages("pets", AdditionDesk.Splits(channels, height, width));

        File.WriteAllText(desk.Folder["clone/experiments/mine.yaml"], desk.Add("pets").Example);

        var experiment = ExperimentLoader.Load("mine", [], desk.Folder["clone/experiments"]);
        Assert.Equal(new ImageShape(height, width, channels), experiment.DataSet.Shape);
        Assert.Equal([desk.Folder["pets"] + "/"], experiment.DataSet.Sources);
        Assert.Equal(AdditionDesk.Names, experiment.DataSet.LabelNames);
    }

    [Fact]
    public void Should_say_that_it_parts_images_that_nobody_has_parted()
    {
        desk.WriteImages("pets", AdditionDesk.Splits().Train);

        var added = desk.Add("pets");

        Assert.Contains("a sixth of each class is to test on", added.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Should_find_each_format_in_a_folder()
    {
        var splits = AdditionDesk.Splits();
        desk.Write("idx/train-images-idx3-ubyte", IdxBytes.OfImages(splits.Train));
        desk.Write("idx/train-labels-idx1-ubyte.gz", IdxBytes.Gzip(IdxBytes.OfLabels(splits.Train)));
        desk.Write("idx/t10k-images-idx3-ubyte", IdxBytes.OfImages(splits.Test));
        desk.Write("idx/t10k-labels-idx1-ubyte", IdxBytes.OfLabels(splits.Test));
        desk.Write("csv/mine_train.csv", Csv(splits.Train));
        desk.Write("csv/mine_test.csv", Csv(splits.Test));
        desk.Write("npz/mnist.npz", NpyBytes.Of(splits));
        desk.Write("zip/pets.zip", ZipBytes.Of(AdditionDesk.Names.SelectMany(name =>
            Enumerable.Range(1, 2).Select(i => ($"{name}/{i}.png", Png((byte)i))))));

        foreach (var (folder, roles) in new[]
        {
            ("idx", "train_images train_labels test_images test_labels"), ("csv", "train_csv test_csv"), ("npz", "npz"), ("zip", "archive"),
        })
        {
            var added = desk.Add(folder, name: folder);

            Assert.Equal(roles.Split(' '), added.DataSet.Files.Select(file => SnakeCase.Of(file.Role)));
            Assert.Equal(new ImageShape(6, 6), added.DataSet.Shape);
            Assert.Equal(folder == "zip" ? AdditionDesk.Names : ["0", "1"], added.DataSet.LabelNames);
            Assert.All(added.DataSet.Files, file => Assert.Equal(
                Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(desk.Folder[$"{folder}/{file.Name}"]))), file.Sha256));
        }
    }

    [Fact]
    public void Should_take_a_file_by_its_own_path()
    {
        desk.Write("data/mnist.npz", NpyBytes.Of(AdditionDesk.Splits()));
        desk.Write("data/other.npz", [1]);

        Assert.Equal([desk.Folder["data"] + "/"], desk.Add("data/mnist.npz").DataSet.Sources);
    }

    [Fact]
    public void Should_ask_a_URL_for_the_usual_files_and_keep_what_it_fetched()
    {
        var splits = AdditionDesk.Splits();
        using var server = new FaultyServer();
        Enumerable.Repeat(FaultyServer.Status(404), 2).ToList().ForEach(server.Enqueue);
        server.Enqueue(FaultyServer.Body(Csv(splits.Train)));
        server.Enqueue(FaultyServer.Body(Csv(splits.Test)));

        var added = desk.Add(server.Address.AbsoluteUri);

        Assert.Equal([server.Address.AbsoluteUri], added.DataSet.Sources);
        Assert.Equal(
            ["train-images-idx3-ubyte.gz", "train-images-idx3-ubyte", "train.csv", "test.csv"],
            server.Requests.Select(request => request.Split(' ')[1].Split('/')[^1]));
        Assert.Equal(Csv(splits.Test), File.ReadAllBytes(desk.Folder["clone/.cache/data/mine/test.csv"]));
    }

    [Fact]
    public void Should_take_a_file_behind_a_URL()
    {
        using var server = new FaultyServer(FaultyServer.Body(NpyBytes.Of(AdditionDesk.Splits(channels: 3))));

        var added = desk.Add(server.Address.AbsoluteUri + "pets.npz");

        Assert.Equal(new ImageShape(6, 6, 3), added.DataSet.Shape);
        Assert.Equal([server.Address.AbsoluteUri], added.DataSet.Sources);
    }

    [Fact]
    public void Should_say_what_a_URL_lacks()
    {
        using var empty = new FaultyServer(FaultyServer.Status(404));
        using var half = new FaultyServer(FaultyServer.Body([1]), FaultyServer.Status(404));
        using var page = new FaultyServer(FaultyServer.Html);

        Refuses(empty.Address.AbsoluteUri, "has none of the files that were asked for");
        Refuses(empty.Address.AbsoluteUri + "a.npz", "There is no file");
        Refuses(empty.Address.AbsoluteUri + "a.gz", "expected the address of a file that ends in .npz or .zip, or of a folder");
        Refuses(half.Address.AbsoluteUri, "has train-images-idx3-ubyte.gz, but no train-labels-idx1-ubyte.gz");
        Refuses(page.Address.AbsoluteUri, "HTML page");
        Refuses("http://", "is no address");
    }

    [Fact]
    public void Should_say_what_is_wrong_with_a_folder()
    {
        desk.Write("empty/notes.txt", [1]);
        desk.Write("both/a.npz", [1]);
        desk.Write("both/cat/1.png", Png(1));
        desk.Write("two/a.npz", [1]);
        desk.Write("two/b.npz", [1]);
        desk.Write("one/cat/1.png", Png(1));
        desk.Write("one/cat/2.png", Png(2));
        desk.Write("broken/cat/1.png", Png(1));
        desk.Write("broken/cat/2.png", "no image"u8.ToArray());
        desk.Write("broken/dog/1.png", PngBytes.Of(new byte[4], new ImageShape(2, 2)));

        Refuses("missing", "There is no file or folder");
        Refuses("empty", "holds no data set. Expected one of:");
        Refuses("empty", "found: notes.txt");
        Refuses("empty/notes.txt", "expected a file that ends in .npz or .zip");
        Refuses("both", "holds more than one data set: a.npz, folders of images");
        Refuses("two", "holds more than one data set: a.npz, b.npz");
        Refuses("one", "label_names: found 1; expected 2 to 256");
        Refuses("broken", "mine.zip/cat/2.png: is neither PNG nor JPEG");
        Refuses("broken", "mine.zip/dog/1.png: has 2 x 2 pixels; expected 6 x 6");
    }

    [Fact]
    public void Should_read_nothing_of_a_folder_that_is_too_large_to_be_one_of_images()
    {
        desk.Write("home/cat/1.png", Png(1));
        using (var film = File.Create(desk.Folder["home/cat/film.mov"]))
        {
            film.SetLength((1L << 31) + 1);
        }

        Refuses("home", "holds more in its folders than the 2147483591 bytes that an archive may have");
    }

    [Fact]
    public void Should_not_read_a_file_that_no_array_holds()
    {
        desk.Write("home/large.npz", []);
        using (var file = File.OpenWrite(desk.Folder["home/large.npz"]))
        {
            file.SetLength(1L << 31);
        }

        Refuses("home/large.npz", "large.npz' has 2147483648 bytes, more than the 2147483591 that a file of a data set may have.");
    }

    [Fact]
    public void Should_give_no_other_file_up()
    {
        desk.Write("clone/experiments/datasets/mine.yaml", "title: Another one"u8.ToArray());
        desk.WriteImages("pets", AdditionDesk.Splits());

        var fault = Assert.Throws<InputException>(() => desk.Add("pets"));

        Assert.Contains("mine.yaml is there already, and says something else", fault.Message, StringComparison.Ordinal);
        Assert.Equal("title: Another one", File.ReadAllText(desk.DataSetFile));
    }

    [Fact]
    public void Should_add_the_same_data_set_twice()
    {
        desk.WriteImages("pets", AdditionDesk.Splits());

        Assert.Equal(desk.Add("pets").Lines, desk.Add("pets").Lines);
    }

    [Theory]
    [InlineData("Mine")]
    [InlineData("../mine")]
    [InlineData("mine\n")]
    [InlineData("")]
    public void Should_refuse_a_name_that_no_file_has(string name) => Assert.Contains(
        "cannot be a data set's name", Assert.Throws<InputException>(() => desk.Add("pets", name)).Message, StringComparison.Ordinal);

    [Fact]
    public void Should_refuse_a_class_without_images()
    {
        desk.WriteImages("pets", AdditionDesk.Splits());
        Directory.CreateDirectory(desk.Folder["pets/train/dog"]);

        Refuses("pets", "holds folders without files: train/dog.\nEach folder is a class");
    }

    private void Refuses(string from, string message)
    {
        Assert.Contains(message, Assert.Throws<InputException>(() => desk.Add(from)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(desk.DataSetFile));
    }

    private static byte[] Png(byte value) => PngBytes.Of([.. Enumerable.Repeat(value, 36)], new ImageShape(6, 6));

    private static byte[] Csv(LabelledImages images) => Encoding.UTF8.GetBytes(string.Concat(images.Labels.Select((label, i) =>
        $"{label},{string.Join(',', images.Image(i).ToArray())}\n")));
}
