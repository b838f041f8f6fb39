using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Tests.Pipeline.Execution;

/// <summary>A stage that fetches a published file, <c>file</c>.</summary>
internal sealed record PublishedStage(byte[] Bytes, Action Fetch) : IStage
{
    public IEnumerable<KeyValuePair<string, string>> Settings => [];

    public IReadOnlyList<string> Outputs => ["file"];

    public IReadOnlyDictionary<string, Artifact> Published => new Dictionary<string, Artifact> { ["file"] = Artifact.Of(Bytes) };

    public void Run(StageInputs inputs, StageOutputs outputs, StageContext context) => Fetch();
}
