using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Pipeline.Plans;

namespace FashionPipeline.Pipeline;

/// <summary>
/// Why nodes of the report that is there differ from those of a revision, from what is committed of both; needs neither data nor store.
/// </summary>
public static class RevisionExplanation
{
    /// <summary>The explanation.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="revision">A revision of the repository.</param>
    /// <exception cref="InputException">One of the two is not there, or cannot be read, or neither has a node that was named.</exception>
    public static Explanation Of(PipelineOptions options, string revision)
    {
        if (options.Overrides.Count > 0)
        {
            throw new InputException($"{string.Join(", ", options.Overrides)} changes nothing in what is committed.\n"
                + "Leave it out, or compare the report of the variant that it makes.");
        }

        var experiment = ExperimentLoader.Load(options.Experiment, [], options.Experiments).Name;
        var now = LockedReport.InFolder(Path.Combine(options.Reports, experiment));
        var before = LockedReport.InRevision(new GitRevision(options.Root, revision), $"reports/{experiment}");
        NamedNodes.Require(experiment, options.Only, before.Lock.Nodes.Keys.Union(now.Lock.Nodes.Keys));
        return new(experiment, revision,
            [.. LockDiff.Of(before, now).Where(node => options.Only.Count == 0 || options.IsNamed(node.Node))]);
    }
}
