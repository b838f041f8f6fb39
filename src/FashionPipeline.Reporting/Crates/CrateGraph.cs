using System.Text.Json.Nodes;

namespace FashionPipeline.Reporting.Crates;

/// <summary>The entities of a crate: each stands there once, in the order in which it was first named.</summary>
internal sealed class CrateGraph
{
    private readonly OrderedDictionary<string, JsonObject> entities = new(StringComparer.Ordinal);

    /// <summary>Adds an entity, unless it is there.</summary>
    /// <param name="id">Its <c>@id</c>.</param>
    /// <param name="describe">Says what it is; <c>@id</c> is put before that.</param>
    /// <returns>The <c>@id</c>.</returns>
    public string Add(string id, Func<JsonObject> describe)
    {
        if (!entities.ContainsKey(id))
        {
            var entity = describe();
            entity.Insert(0, "@id", id);
            entities.Add(id, entity);
        }

        return id;
    }

    /// <summary>A reference to an entity.</summary>
    public static JsonObject To(string id) => new() { ["@id"] = id };

    /// <summary>References to entities.</summary>
    public static JsonArray To(IEnumerable<string> ids) => new([.. ids.Select(To)]);

    /// <summary>All of them.</summary>
    public JsonArray ToJson() => new([.. entities.Values]);
}
