using System.Text.Json.Nodes;

namespace FashionPipeline.Reporting.Croissant;

/// <summary>
/// What the names in a Croissant file stand for. Source: docs.mlcommons.org/croissant/docs/croissant-spec.html, appendix 1.
/// </summary>
internal static class CroissantContext
{
    private const string Vocabulary = "https://schema.org/";

    // The terms of Croissant's own vocabulary.
    private static readonly string[] Terms =
    [
        "citeAs", "column", "extract", "field", "fileObject", "fileProperty", "fileSet", "format", "includes", "isLiveDataset", "jsonPath",
        "key", "md5", "parentField", "path", "recordSet", "references", "regex", "repeated", "replace", "separator", "source", "subField",
        "transform",
    ];

    /// <summary>The object behind <c>@context</c>.</summary>
    public static JsonObject Create()
    {
        var context = new JsonObject
        {
            ["@language"] = "en",
            ["@vocab"] = Vocabulary,
            ["sc"] = Vocabulary,
            ["cr"] = "http://mlcommons.org/croissant/",
            ["dct"] = "http://purl.org/dc/terms/",
            ["conformsTo"] = "dct:conformsTo",
            ["data"] = new JsonObject { ["@id"] = "cr:data", ["@type"] = "@json" },
            ["dataType"] = new JsonObject { ["@id"] = "cr:dataType", ["@type"] = "@vocab" },
            ["examples"] = new JsonObject { ["@id"] = "cr:examples", ["@type"] = "@json" },
        };
        foreach (var term in Terms)
        {
            context.Add(term, $"cr:{term}");
        }

        return context;
    }
}
