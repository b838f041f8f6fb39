using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>The JSON of registries, by generated code.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OciManifest))]
[JsonSerializable(typeof(OciErrors))]
internal sealed partial class OciJson : JsonSerializerContext
{
    /// <summary>A manifest.</summary>
    public static JsonTypeInfo<OciManifest> Manifest => Default.OciManifest;

    /// <summary>The body of a refusal.</summary>
    public static JsonTypeInfo<OciErrors> Errors => Default.OciErrors;
}
