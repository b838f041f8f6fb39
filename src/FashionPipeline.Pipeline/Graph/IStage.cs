namespace FashionPipeline.Pipeline.Graph;

/// <summary>
/// What a node does: an immutable value whose type is the entry to its code. It reads its settings and the inputs that are served to it,
/// and nothing else, so that the key of the node holds all that its result depends on.
/// </summary>
public interface IStage
{
    /// <summary>All settings that the result depends on, by the names and in the words of experiment files.</summary>
    IEnumerable<KeyValuePair<string, string>> Settings { get; }

    /// <summary>Names of the artifacts; <c>figures/*.png</c> stands for any number of them.</summary>
    IReadOnlyList<string> Outputs { get; }

    /// <summary>The numeric environment, where the result depends on it; else null.</summary>
    string? Environment => null;

    /// <summary>
    /// Artifacts that are known before the stage runs, as their digests are published; empty for a stage that has to run to tell.
    /// They are files of the folder of data and not of the store.
    /// </summary>
    IReadOnlyDictionary<string, Artifact> Published => new Dictionary<string, Artifact>();

    /// <summary>
    /// Name of the setting, a count, that says only how long the work goes on: on its way to a greater count it passes, bit by bit, where
    /// work of a smaller one ended. What is left at <see cref="StageContext.Scratch"/> is then kept for longer work. Null where there is no
    /// such setting.
    /// </summary>
    string? LengthSetting => null;

    /// <summary>Makes the artifacts.</summary>
    /// <param name="inputs">Serves the inputs that the node declares.</param>
    /// <param name="outputs">Takes the artifacts.</param>
    /// <param name="context">What may change how the work is done, but never its result.</param>
    void Run(StageInputs inputs, StageOutputs outputs, StageContext context);
}
