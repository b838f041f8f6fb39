using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Locks;

/// <summary>Reads and writes locks by generated code.</summary>
[JsonSerializable(typeof(LockFile))]
[JsonSerializable(typeof(CodeLock))]
internal sealed partial class LockJson : JsonSerializerContext
{
    private static readonly LockJson Canonical = new(CanonicalJson.NewOptions());

    /// <summary>A lock.</summary>
    public static JsonTypeInfo<LockFile> Lock => Canonical.LockFile;

    /// <summary>The code behind a lock.</summary>
    public static JsonTypeInfo<CodeLock> Code => Canonical.CodeLock;
}
