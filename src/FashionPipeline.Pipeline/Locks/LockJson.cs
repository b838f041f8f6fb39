using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Locks;

/// <summary>Reads and writes locks by generated code.</summary>
[JsonSerializable(typeof(LockFile))]
internal sealed partial class LockJson : JsonSerializerContext
{
    /// <summary>A lock.</summary>
    public static JsonTypeInfo<LockFile> Lock { get; } = new LockJson(CanonicalJson.NewOptions()).LockFile;
}
