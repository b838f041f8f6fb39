using System.Text.Json.Nodes;
using FashionPipeline.Data;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Croissant;

/// <summary>
/// <c>croissant.json</c>: the data set as catalogues and loaders of data sets read it, in version 1.0 of MLCommons' format. What the data
/// set's file does not state is left out. Source: docs.mlcommons.org/croissant/docs/croissant-spec.html.
/// </summary>
public static class CroissantFile
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "croissant.json";

    private const string Labels = "labels";
    private const string Splits = "splits";
    private const string ImageFiles = "image-files";

    /// <summary>The file of a data set.</summary>
    public static byte[] ToBytes(DataSet dataSet)
    {
        var json = new JsonObject
        {
            ["@context"] = CroissantContext.Create(),
            ["@type"] = "sc:Dataset",
            ["name"] = dataSet.Name,
            ["alternateName"] = dataSet.Title,
            ["conformsTo"] = "http://mlcommons.org/croissant/1.0",
            ["description"] = Description(dataSet),
            ["license"] = dataSet.Attribution.Licence ?? dataSet.Licence,
        };
        Add(json, dataSet.Attribution);
        if (dataSet.Files.Count > 0)
        {
            json.Add("distribution", new JsonArray([.. dataSet.Files.Select(file => FileObject(dataSet, file)), .. FileSets(dataSet)]));
        }

        json.Add("recordSet", new JsonArray([LabelSet(dataSet), SplitSet(), .. dataSet.Files.Select(Records)]));
        return JsonText.ToBytes(json);
    }

    private static string Description(DataSet dataSet)
    {
        var colour = dataSet.Shape.IsColour ? "in colour" : "grey";
        var images = FormattableString.Invariant($"{dataSet.Title}: images of {dataSet.Height} x {dataSet.Width} pixels, {colour}, in ")
            + FormattableString.Invariant($"{dataSet.LabelNames.Count} classes: {string.Join(", ", dataSet.LabelNames)}.");
        return dataSet.Synthetic is not { } synthetic ? images : images
            + FormattableString.Invariant($" Drawn by a program with seed {synthetic.Seed}: {synthetic.TrainCount} images to train on, ")
            + FormattableString.Invariant($"{synthetic.TestCount} to test on.");
    }

    private static void Add(JsonObject json, Attribution attribution)
    {
        if (attribution.Authors.Count > 0)
        {
            json.Add("creator", new JsonArray([.. attribution.Authors.Select(author => Named("sc:Person", author))]));
        }

        if (attribution.Publisher is { } publisher)
        {
            json.Add("publisher", Named("sc:Organization", publisher));
        }

        AttributionTerms.Add(json, attribution, "citeAs");
    }

    private static JsonObject Named(string type, string name) => new() { ["@type"] = type, ["name"] = name };

    // A file that comes from a folder has no address but its name.
    private static JsonObject FileObject(DataSet dataSet, DataFile file)
    {
        var addresses = dataSet.Addresses.Select(source => source + file.Name).ToList();
        var json = new JsonObject
        {
            ["@type"] = "cr:FileObject",
            ["@id"] = file.Name,
            ["name"] = file.Name,
            ["description"] = SnakeCase.Of(file.Role).Replace('_', ' '),
            ["contentUrl"] = addresses.Count > 0 ? addresses[0] : file.Name,
            ["contentSize"] = FormattableString.Invariant($"{file.Bytes} B"),
            ["encodingFormat"] = MediaType.Of(file.Name),
            ["sha256"] = file.Sha256,
        };
        if (addresses.Count > 1)
        {
            json.Add("sameAs", new JsonArray([.. addresses.Skip(1).Select(address => JsonValue.Create(address))]));
        }

        return json;
    }

    private static IEnumerable<JsonObject> FileSets(DataSet dataSet) =>
        dataSet.Files.Where(file => file.Role == DataFileRole.Archive).Select(file => new JsonObject
        {
            ["@type"] = "cr:FileSet",
            ["@id"] = ImageFiles,
            ["name"] = ImageFiles,
            ["containedIn"] = Id(file.Name),
            ["encodingFormat"] = new JsonArray(["image/png", "image/jpeg"]),
            ["includes"] = new JsonArray(["*.png", "*.jpg", "*.jpeg"]),
        });

    private static JsonObject LabelSet(DataSet dataSet) => new()
    {
        ["@type"] = "cr:RecordSet",
        ["@id"] = Labels,
        ["name"] = Labels,
        ["description"] = "The classes, by their labels.",
        ["dataType"] = "sc:Enumeration",
        ["key"] = Id($"{Labels}/label"),
        ["field"] = new JsonArray([Field(Labels, "label", "sc:Integer"), Field(Labels, "name", "sc:Text")]),
        ["data"] = new JsonArray([.. dataSet.LabelNames.Select((name, label) =>
            new JsonObject { [$"{Labels}/label"] = label, [$"{Labels}/name"] = name })]),
    };

    private static JsonObject SplitSet() => new()
    {
        ["@type"] = "cr:RecordSet",
        ["@id"] = Splits,
        ["name"] = Splits,
        ["description"] = "What images are for.",
        ["dataType"] = "cr:Split",
        ["key"] = Id($"{Splits}/name"),
        ["field"] = new JsonArray([Field(Splits, "name", "sc:Text"), Field(Splits, "url", "cr:Split")]),
        ["data"] = new JsonArray(
        [
            new JsonObject { [$"{Splits}/name"] = "train", [$"{Splits}/url"] = "cr:TrainingSplit" },
            new JsonObject { [$"{Splits}/name"] = "test", [$"{Splits}/url"] = "cr:TestSplit" },
        ]),
    };

    // Croissant has no way into IDX and NumPy files, or to columns without a head: there the record is the file.
    private static JsonObject Records(DataFile file) => file.Role == DataFileRole.Archive ? Images() : WholeFile(file);

    private static JsonObject WholeFile(DataFile file)
    {
        var name = SnakeCase.Of(file.Role);
        return new()
        {
            ["@type"] = "cr:RecordSet",
            ["@id"] = name,
            ["name"] = name,
            ["description"] = What(file.Role),
            ["field"] = new JsonArray([Sourced(Field(name, "content", "sc:Text"), "fileObject", file.Name, "content")]),
        };
    }

    private static JsonObject Images() => new()
    {
        ["@type"] = "cr:RecordSet",
        ["@id"] = "images",
        ["name"] = "images",
        ["description"] = "Images, each in a folder that is named by its class.",
        ["field"] = new JsonArray(
        [
            Sourced(Field("images", "image", "sc:ImageObject"), "fileSet", ImageFiles, "content"),
            Sourced(Field("images", "class", "sc:Text"), "fileSet", ImageFiles, "fullpath", @"([^/\\]+)[/\\][^/\\]+$"),
        ]),
    };

    private static string What(DataFileRole role) => role switch
    {
        DataFileRole.TrainImages => "Images to train on: an IDX file, packed by gzip where its name ends in .gz.",
        DataFileRole.TrainLabels => "Their labels: an IDX file, packed by gzip where its name ends in .gz.",
        DataFileRole.TestImages => "Images to test on: an IDX file, packed by gzip where its name ends in .gz.",
        DataFileRole.TestLabels => "Their labels: an IDX file, packed by gzip where its name ends in .gz.",
        DataFileRole.TrainCsv => "Images to train on: a row an image, its label before its values from 0 to 255.",
        DataFileRole.TestCsv => "Images to test on: a row an image, its label before its values from 0 to 255.",
        DataFileRole.Npz => "All images and labels: NumPy arrays x_train, y_train, x_test and y_test.",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "A file of many records."),
    };

    private static JsonObject Field(string recordSet, string name, string type) => new()
    {
        ["@type"] = "cr:Field",
        ["@id"] = $"{recordSet}/{name}",
        ["name"] = name,
        ["dataType"] = type,
    };

    private static JsonObject Sourced(JsonObject field, string kind, string files, string property, string? pattern = null)
    {
        var source = new JsonObject
        {
            [kind] = Id(files),
            ["extract"] = new JsonObject { ["fileProperty"] = property },
        };
        if (pattern is not null)
        {
            source.Add("transform", new JsonObject { ["regex"] = pattern });
        }

        field.Add("source", source);
        return field;
    }

    private static JsonObject Id(string id) => new() { ["@id"] = id };
}
