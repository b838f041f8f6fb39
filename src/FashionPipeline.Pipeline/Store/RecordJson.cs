using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store;

/// <summary>Reads and writes records by generated code: a run may read thousands, and the first one costs no look at the types.</summary>
[JsonSerializable(typeof(SealedRecord))]
internal sealed partial class RecordJson : JsonSerializerContext
{
    private static readonly RecordJson Canonical = new(CanonicalJson.NewOptions());

    /// <summary>A record as a file.</summary>
    public static JsonTypeInfo<SealedRecord> Sealed => Canonical.SealedRecord;

    /// <summary>A record as it is digested.</summary>
    public static JsonTypeInfo<StageRecord> Record => Canonical.StageRecord;
}

/// <summary>What is read back is what was written, or it is nothing.</summary>
/// <param name="Sha256">Digest of the record's JSON.</param>
/// <param name="Record">The record.</param>
internal sealed record SealedRecord(string Sha256, StageRecord Record);
