using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store;

/// <summary>Reads and writes records by generated code: a run may read thousands, and the first one costs no look at the types.</summary>
[JsonSerializable(typeof(SealedRecord))]
[JsonSerializable(typeof(Dictionary<string, IndexedRecord>))]
[JsonSerializable(typeof(IdleNote))]
internal sealed partial class RecordJson : JsonSerializerContext
{
    private static readonly RecordJson Canonical = new(CanonicalJson.NewOptions());

    /// <summary>A record with its digest.</summary>
    public static JsonTypeInfo<SealedRecord> Sealed => Canonical.SealedRecord;

    /// <summary>A record as it is digested.</summary>
    public static JsonTypeInfo<StageRecord> Record => Canonical.StageRecord;

    /// <summary>An index of records.</summary>
    public static JsonTypeInfo<Dictionary<string, IndexedRecord>> Index => Default.DictionaryStringIndexedRecord;

    /// <summary>What a report was made from.</summary>
    public static JsonTypeInfo<IdleNote> Idle => Default.IdleNote;
}
