using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Tests.Pipeline.Stages;

/// <summary>Runs one stage on artifacts of a test, without a store, and keeps which of them it read.</summary>
internal sealed class StageDesk : IDisposable
{
    private readonly HashSet<string> read = [];

    public TemporaryFolder Folder { get; } = new();

    /// <summary>Where a stage keeps what it needs while it works: to one a file, to another a folder.</summary>
    public string Scratch => Folder["scratch"];

    public IEnumerable<string> Read => read.Order(StringComparer.Ordinal);

    /// <summary>The settings as a key has them, a line each.</summary>
    public static IReadOnlyList<string> Settings(IStage stage) => [.. stage.Settings.Select(setting => $"{setting.Key}: {setting.Value}")];

    /// <summary>Runs it as a node, whose artifacts have to be there at the end.</summary>
    public IReadOnlyDictionary<string, byte[]> Run(IStage stage, IReadOnlyDictionary<string, byte[]>? inputs = null) =>
        Start(stage, inputs ?? new Dictionary<string, byte[]>()).Files;

    /// <summary>Runs a stage that leaves published files where it works and hands over none.</summary>
    public void Fetch(IStage stage) => Start(stage, new Dictionary<string, byte[]>());

    public void Dispose() => Folder.Dispose();

    private StageOutputs Start(IStage stage, IReadOnlyDictionary<string, byte[]> files)
    {
        var outputs = new StageOutputs("stage", stage.Outputs);
        var artifacts = files.ToDictionary(file => file.Key, file => Artifact.Of(file.Value));
        var context = new StageContext { Scratch = Scratch, Progress = new Progress<object>() };
        stage.Run(new StageInputs("stage", artifacts, Open), outputs, context);
        return outputs;

        byte[] Open(string name)
        {
            read.Add(name);
            return files[name];
        }
    }
}
