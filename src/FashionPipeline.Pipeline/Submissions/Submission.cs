using System.Text.Json.Serialization;

namespace FashionPipeline.Pipeline.Submissions;

/// <summary>What of an experiment was handed to a cluster.</summary>
public sealed record Submission
{
    /// <summary>Nothing.</summary>
    public static Submission None { get; } = new();

    /// <summary>The job arrays in the order in which they were submitted.</summary>
    public IReadOnlyList<JobArray> Arrays { get; init; } = [];

    /// <summary>Ids of the jobs that submit again what failed.</summary>
    public IReadOnlyList<string> RetryJobs { get; init; } = [];

    /// <summary>Ids of all job arrays that the cluster has taken.</summary>
    [JsonIgnore]
    public IEnumerable<string> Jobs => Arrays.Select(array => array.Job).OfType<string>();

    /// <summary>Of each step the array in which it was submitted last, and its index there.</summary>
    public IReadOnlyDictionary<string, (JobArray Array, int Index)> Latest()
    {
        var latest = new Dictionary<string, (JobArray, int)>(StringComparer.Ordinal);
        foreach (var array in Arrays)
        {
            foreach (var (index, node) in array.Nodes.Index())
            {
                latest[node] = (array, index);
            }
        }

        return latest;
    }

    /// <summary>The array that a group of steps becomes in this submission, before the cluster has taken it.</summary>
    /// <param name="group">The steps.</param>
    /// <param name="source">Digest of the graph.</param>
    public JobArray ArrayOf(NodeGroup group, string source) => new()
    {
        Number = Arrays.Select(other => other.Number).DefaultIfEmpty().Max() + 1,
        Nodes = [.. group.Nodes.Select(node => node.Node)],
        Resources = group.Resources,
        Source = source,
        Retries = group.Retries,
    };

    /// <summary>The submission with another array, or with an array in place of the one of its number.</summary>
    public Submission With(JobArray array) => this with
    {
        Arrays = [.. Arrays.Where(other => other.Number != array.Number), array],
    };
}
