using FashionPipeline.Data;
using FashionPipeline.Foundation.Names;

namespace FashionPipeline.Tests.Pipeline.Experiments.Reading;

/// <summary>What a data set may consist of.</summary>
public sealed class DataSetTests : IDisposable
{
    private readonly ExperimentDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Should_start_the_path_of_a_source_at_the_file_of_the_data_set()
    {
        desk.Write("datasets/mine", """
            title: Mine
            licence: none
            image: {height: 28, width: 28}
            label_names: [A, B, C]
            sources: [../../my data/, /srv/data, "https://example.org/data/"]
            synthetic: {}
            """);

        var sources = desk.LoadText(ExperimentDesk.Valid.Replace("garments", "mine", StringComparison.Ordinal)).DataSet.Sources;

        var folder = Path.GetDirectoryName(desk.Folder)!;
        Assert.Equal([Path.Combine(folder, "my data") + "/", Path.GetFullPath("/srv/data"), "https://example.org/data/"], sources);
    }

    [Theory]
    [InlineData("archive", 1)]
    [InlineData("train_csv test_csv", 2)]
    [InlineData("npz", 1)]
    public void Should_read_the_files_of_each_format(string roles, int count)
    {
        WriteDataSet("channels: 3", roles.Split(' '));

        var dataSet = desk.LoadText(ExperimentDesk.Valid.Replace("garments", "mine", StringComparison.Ordinal)).DataSet;

        Assert.Equal(roles.Split(' '), dataSet.Files.Select(file => SnakeCase.Of(file.Role)));
        Assert.Equal(count, dataSet.Files.Count);
        Assert.Equal(new ImageShape(28, 28, 3), dataSet.Shape);
    }

    [Theory]
    [InlineData("", "files: found those of no format; expected one of: train_images, train_labels, test_images, test_labels; archive; ")]
    [InlineData("archive npz", "files: found those of 2 formats; expected one of: ")]
    [InlineData("test_csv", "files.train_csv is missing")]
    [InlineData("train_images train_labels test_images test_labels", "image.channels: IDX files hold grey images; ")]
    public void Should_refuse_files_that_are_not_those_of_one_format(string roles, string message)
    {
        WriteDataSet("channels: 3", roles.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        var fault = Assert.Single(desk.FaultsOf(ExperimentDesk.Valid.Replace("garments", "mine", StringComparison.Ordinal)));

        Assert.Contains(message, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_refuse_a_file_that_no_array_holds()
    {
        desk.Write("datasets/mine", $$"""
            title: Mine
            licence: none
            image: {height: 28, width: 28}
            label_names: [A, B, C]
            files: { npz: {name: a.npz, bytes: 3000000000, sha256: {{new string('a', 64)}}} }
            """);

        var fault = Assert.Single(desk.FaultsOf(ExperimentDesk.Valid.Replace("garments", "mine", StringComparison.Ordinal)));

        Assert.Contains("files.npz.bytes: expected an integer from 1 to 2147483591, found 3000000000", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_refuse_an_embedding_of_images_whose_distances_have_no_room()
    {
        desk.Write("datasets/mine", $$"""
            title: Mine
            licence: none
            image: {height: 128, width: 128, channels: 3}
            label_names: [A, B, C]
            files: { npz: {name: a.npz, bytes: 1, sha256: {{new string('a', 64)}}} }
            """);

        var fault = Assert.Single(desk.FaultsOf(ExperimentDesk.Valid.Replace("garments", "mine", StringComparison.Ordinal)));

        Assert.Contains(
            "analysis.spectral_embedding: images of 128 x 128 colour pixels have 49152 values each; expected ", fault,
            StringComparison.Ordinal);
    }

    private void WriteDataSet(string channels, string[] roles) => desk.Write("datasets/mine", $$"""
        title: Mine
        licence: none
        image: {height: 28, width: 28, {{channels}}}
        label_names: [A, B, C]
        sources: [../../data/]
        files: { {{string.Join(", ", roles.Select((role, i) =>
            $"{role}: {{name: mine-{i}.zip, bytes: 1, sha256: {new string('a', 64)}}}"))}} }
        """);

    [Theory]
    [InlineData("channels: 2", "image.channels: found 2; expected 1 (grey) or 3 (red, green, blue)")]
    [InlineData("channels: 4", "image.channels: expected an integer from 1 to 3, found 4")]
    [InlineData("channels: 3", "image.channels: the generator draws grey images; leave channels out")]
    public void Should_refuse_channels_that_no_image_has(string channels, string message)
    {
        desk.Write("datasets/bad", $$"""
            title: Bad
            licence: none
            image: {height: 28, width: 28, {{channels}}}
            label_names: [A, B, C]
            synthetic: {}
            """);

        var fault = Assert.Single(desk.FaultsOf(ExperimentDesk.Valid.Replace("garments", "bad", StringComparison.Ordinal)));

        Assert.Equal($"experiments/datasets/bad.yaml:3:42: {message}", fault);
    }
}
