namespace FashionPipeline.Pipeline.Submissions;

/// <summary>How jobs start this program. What is typed for it is known to the build program alone.</summary>
public sealed record SubmittedProgram
{
    /// <summary>A command that runs one step of the experiment; the step's name follows it.</summary>
    public required IReadOnlyList<string> RunNode { get; init; }

    /// <summary>A command that submits again what failed and may end well in another attempt.</summary>
    public required IReadOnlyList<string> Retry { get; init; }

    /// <summary>Variables that both need.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Environment { get; init; }

    /// <summary>A file that whoever compiles the program locks for that long; null for none.</summary>
    public string? CompileLock { get; init; }
}
