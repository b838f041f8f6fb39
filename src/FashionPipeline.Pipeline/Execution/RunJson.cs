using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>Reads and writes the log of a run by generated code.</summary>
[JsonSerializable(typeof(IReadOnlyList<StageTime>))]
internal sealed partial class RunJson : JsonSerializerContext
{
    /// <summary>What each node cost.</summary>
    public static JsonTypeInfo<IReadOnlyList<StageTime>> Nodes { get; } = new RunJson(CanonicalJson.NewOptions()).IReadOnlyListStageTime;
}
