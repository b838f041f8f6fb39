using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Tests.Pipeline.Graph;

/// <summary>A stage whose work a test writes: it makes the artifact <c>out</c>.</summary>
internal sealed record ScriptedStage : IStage
{
    public const string Output = "out";

    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public Func<StageInputs, byte[]> Work { get; init; } = _ => [];

    public IEnumerable<KeyValuePair<string, string>> Settings => Values;

    public IReadOnlyList<string> Outputs => [Output];

    public void Run(StageInputs inputs, StageOutputs outputs, StageContext context) => outputs.Add(Output, Work(inputs));

    /// <summary>A node that reads the artifacts of others, each under the other's name.</summary>
    public static StageNode Node(
        string id,
        IEnumerable<string> needs,
        Func<StageInputs, byte[]>? work = null,
        params (string Name, string Value)[] settings) => new()
    {
        Id = id,
        Inputs = needs.ToDictionary(need => need, need => new NodeOutput(need, Output)),
        Work = new ScriptedStage
        {
            Values = settings.ToDictionary(setting => setting.Name, setting => setting.Value),
            Work = work ?? (_ => []),
        },
    };
}
