using System.Text.Json.Nodes;
using FashionPipeline.Data;

namespace FashionPipeline.Reporting.Writing;

/// <summary>The texts of an attribution under their names in schema.org: what is not stated is left out.</summary>
internal static class AttributionTerms
{
    /// <summary>Adds the date, version, address and citation that are stated.</summary>
    /// <param name="json">What they are added to.</param>
    /// <param name="attribution">What is stated.</param>
    /// <param name="citation">Name of the citation: schema.org and its extensions differ.</param>
    public static void Add(JsonObject json, Attribution attribution, string citation)
    {
        (string Name, string? Value)[] texts =
        [
            ("datePublished", attribution.Date), ("version", attribution.Version), ("url", attribution.Url),
            (citation, attribution.Citation),
        ];
        foreach (var (name, value) in texts.Where(text => text.Value is not null))
        {
            json.Add(name, value);
        }
    }
}
