using System.Text;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Pipeline.Provenance.Code;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Locks;

/// <summary>The locks of an experiment whose nodes have all been made, as files.</summary>
/// <param name="store">The store.</param>
/// <param name="graph">The nodes.</param>
/// <param name="results">What they have made.</param>
internal sealed class ReportLocks(NodeStore store, StageGraph graph, IReadOnlyDictionary<string, NodeResult> results)
{
    /// <summary>The lock of the results.</summary>
    /// <param name="experiment">Name of the experiment.</param>
    /// <param name="dataSet">Name of its data set.</param>
    public byte[] Results(string experiment, string dataSet)
    {
        var source = new StringBuilder($"{CompiledProgram.Running.Digest} {experiment} {dataSet}\n");
        foreach (var node in graph.Nodes)
        {
            var result = results[node.Id];
            source.Append(node.Id).Append(' ').Append(result.Key?.Hash()).Append('\n');
            source.AppendJoin('\n', node.Inputs.Select(input => $"{input.Key} {input.Value}")).Append('\n');
            source.AppendJoin('\n', result.Outputs.Select(output => $"{output.Key} {output.Value.Sha256}")).Append('\n');
        }

        return DerivedFile.Of(store.Layout.Derived(experiment, LockFile.FileName), source.ToString(), () =>
            LockFile.Of(experiment, dataSet, graph, results).ToBytes());
    }

    /// <summary>The lock of the code behind the results.</summary>
    /// <param name="experiment">Name of the experiment.</param>
    public byte[] Code(string experiment)
    {
        var fingerprints = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes.Where(node => results[node.Id].Key is not null))
        {
            fingerprints.TryAdd(node.Stage, results[node.Id].Key!.Code);
        }

        var source = string.Concat(fingerprints.Select(stage => $"{stage.Key} {stage.Value}\n").Prepend(CompiledProgram.Running.Digest));
        return DerivedFile.Of(store.Layout.Derived(experiment, CodeLock.FileName), source, () =>
            CodeLock.Of(fingerprints.ToDictionary(stage => stage.Key, stage => Listing(stage.Value))).ToBytes());
    }

    private CodeListing Listing(string fingerprint) => store.Blobs.Find(fingerprint) is { } listing
        ? CodeListing.Of(listing)
        : throw new IOException($"The list of code {fingerprint} is gone from the store, or damaged. Run again.");
}
