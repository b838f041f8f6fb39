using System.Text.Json;
using FashionPipeline.Data;
using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Reporting.Croissant;
using FashionPipeline.Tests.Pipeline.Experiments;

namespace FashionPipeline.Tests.Reporting.Croissant;

/// <summary>What a loader of Croissant files needs; the rules are those of its specification 1.0.</summary>
public sealed class CroissantFileTests
{
    private static readonly DataSet Published = ExperimentLoader.Load("fashion-mnist", [], ShippedFiles.Folder).DataSet;

    private static readonly DataFile Archive =
        new() { Role = DataFileRole.Archive, Name = "pets.zip", Bytes = 7, Sha256 = new string('a', 64) };

    public static TheoryData<string> DataSets => ["published", "generated", "archive", "csv", "npz"];

    [Fact]
    public void Should_have_all_that_is_required_of_a_published_data_set()
    {
        var json = Read(Published);

        Assert.All(
            new[] { "@context", "@type", "conformsTo", "name", "description", "license", "url", "creator", "datePublished", "citeAs" },
            name => Assert.True(json.TryGetProperty(name, out _), name));
        Assert.Equal("sc:Dataset", Text(json, "@type"));
        Assert.Equal("http://mlcommons.org/croissant/1.0", Text(json, "conformsTo"));
        Assert.Equal("https://spdx.org/licenses/MIT", Text(json, "license"));
        Assert.Equal("2017-08-28", Text(json, "datePublished"));
        Assert.StartsWith("@misc{xiao2017fashion, ", Text(json, "citeAs"), StringComparison.Ordinal);
        Assert.Equal(
            ["Han Xiao", "Kashif Rasul", "Roland Vollgraf"],
            json.GetProperty("creator").EnumerateArray().Select(creator => Text(creator, "name")));
    }

    [Fact]
    public void Should_say_of_each_file_where_it_is_and_how_to_know_it()
    {
        var files = Read(Published).GetProperty("distribution").EnumerateArray().ToList();

        Assert.Equal(Published.Files.Select(file => file.Sha256), files.Select(file => Text(file, "sha256")));
        Assert.Equal(Published.Files.Select(file => $"{file.Bytes} B"), files.Select(file => Text(file, "contentSize")));
        Assert.All(files, file => Assert.Equal("cr:FileObject", Text(file, "@type")));
        Assert.All(files, file => Assert.Equal("application/gzip", Text(file, "encodingFormat")));
        Assert.Equal(
            "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/train-images-idx3-ubyte.gz",
            Text(files[0], "contentUrl"));
    }

    // A folder is on one machine.
    [Fact]
    public void Should_name_no_folder_of_this_machine()
    {
        var json = Read(With(Archive) with { Sources = ["/home/me/pictures", "https://example.org/data/"] });
        var local = Read(With(Archive) with { Sources = ["/home/me/pictures"] });

        Assert.DoesNotContain("/home/me", json.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("https://example.org/data/pets.zip", Text(json.GetProperty("distribution")[0], "contentUrl"));
        Assert.Equal("pets.zip", Text(local.GetProperty("distribution")[0], "contentUrl"));
    }

    [Fact]
    public void Should_list_the_classes_by_their_labels()
    {
        var labels = Read(Published).GetProperty("recordSet").EnumerateArray().Single(set => Text(set, "@id") == "labels");

        Assert.Equal("sc:Enumeration", Text(labels, "dataType"));
        Assert.Equal(Published.LabelNames, labels.GetProperty("data").EnumerateArray().Select(row => Text(row, "labels/name")));
        Assert.Equal(
            Enumerable.Range(0, 10), labels.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("labels/label").GetInt32()));
    }

    [Fact]
    public void Should_leave_out_what_nobody_states()
    {
        var json = Read(SampleReport.Create(synthetic: true).DataSet);

        Assert.Equal("MIT licence, nobody", Text(json, "license"));
        Assert.Contains("Drawn by a program with seed 12345", Text(json, "description"), StringComparison.Ordinal);
        Assert.All(
            new[] { "creator", "publisher", "datePublished", "url", "citeAs", "version", "distribution" },
            name => Assert.False(json.TryGetProperty(name, out _), name));
    }

    [Theory]
    [MemberData(nameof(DataSets))]
    public void Should_define_every_element_once_and_each_that_is_referred_to(string kind)
    {
        var json = Read(kind switch
        {
            "published" => Published,
            "generated" => SampleReport.Create(synthetic: true).DataSet,
            "archive" => With(Archive),
            "csv" => With(
                Archive with { Role = DataFileRole.TrainCsv, Name = "train.csv" },
                Archive with { Role = DataFileRole.TestCsv, Name = "test.csv" }),
            _ => With(Archive with { Role = DataFileRole.Npz, Name = "pets.npz" }),
        });

        var (defined, referred) = (new List<string>(), new List<string>());
        foreach (var element in new[] { "distribution", "recordSet" }.Where(name => json.TryGetProperty(name, out _)))
        {
            Collect(json.GetProperty(element), defined, referred);
        }

        Assert.Distinct(defined);
        Assert.NotEmpty(referred);
        Assert.All(referred, id => Assert.Contains(id, defined));
    }

    // Names without a prefix are schema.org's, unless the context says otherwise.
    [Fact]
    public void Should_explain_every_term_of_Croissant_that_it_uses()
    {
        var context = Read(Published).GetProperty("@context");

        Assert.All(
            new[] { "recordSet", "field", "dataType", "source", "fileObject", "extract", "fileProperty", "key", "data", "citeAs" },
            term => Assert.True(context.TryGetProperty(term, out _), term));
        Assert.Equal("dct:conformsTo", Text(context, "conformsTo"));
    }

    private static void Collect(JsonElement json, List<string> defined, List<string> referred)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                {
                    Collect(item, defined, referred);
                }

                break;
            case JsonValueKind.Object:
                if (json.TryGetProperty("@id", out var id))
                {
                    (json.EnumerateObject().Count() > 1 ? defined : referred).Add(id.GetString()!);
                }

                foreach (var property in json.EnumerateObject().Where(property => property.Name != "data"))
                {
                    Collect(property.Value, defined, referred);
                }

                break;
        }
    }

    private static DataSet With(params DataFile[] files) => SampleReport.Create().DataSet with { Files = files };

    private static JsonElement Read(DataSet dataSet) => JsonDocument.Parse(CroissantFile.ToBytes(dataSet)).RootElement;

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
