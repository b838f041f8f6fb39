using System.Globalization;
using System.Text.Json.Serialization;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Submissions;

/// <summary>Steps of one stage that need nothing of each other and get the same resources: one job array, a task a step.</summary>
public sealed record JobArray
{
    /// <summary>Its number in the submission, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Names of the steps; the place of each is the index of its task.</summary>
    public required IReadOnlyList<string> Nodes { get; init; }

    /// <summary>What each step gets.</summary>
    public required NodeResources Resources { get; init; }

    /// <summary>Digest of the graph that was submitted: <see cref="GraphDigest"/>.</summary>
    public required string Source { get; init; }

    /// <summary>How often its steps were submitted before, and failed.</summary>
    public int Retries { get; init; }

    /// <summary>Id of the job; null before the cluster has taken it.</summary>
    public string? Job { get; init; }

    /// <summary>Its name: <c>train-2</c>.</summary>
    [JsonIgnore]
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{StageNode.StageOf(Nodes[0])}-{Number}");

    /// <summary>The stage of a step.</summary>
    /// <param name="node">Name of the step.</param>
    public static Stage StageOf(string node) =>
        Enum.GetValues<Stage>().Single(stage => SnakeCase.Of(stage) == StageNode.StageOf(node));

    /// <summary>The task of a step.</summary>
    /// <param name="index">Its place.</param>
    /// <returns>Null before the cluster has taken it.</returns>
    public TaskId? TaskAt(int index) => Job is null ? null : new(Job, index);
}
