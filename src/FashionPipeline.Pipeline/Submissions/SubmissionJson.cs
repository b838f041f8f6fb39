using System.Text.Json.Serialization;

namespace FashionPipeline.Pipeline.Submissions;

/// <summary>Reads and writes submissions by generated code.</summary>
[JsonSerializable(typeof(Submission))]
[JsonSerializable(typeof(Divergence))]
internal sealed partial class SubmissionJson : JsonSerializerContext;
