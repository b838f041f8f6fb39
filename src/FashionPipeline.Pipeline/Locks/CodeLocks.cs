using System.Security.Cryptography;
using System.Text;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Provenance.Code;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Locks;

/// <summary>Makes the locks of code. Each is kept as an artifact: a run that has nothing to do does not put it together again.</summary>
/// <param name="layout">Paths of the store.</param>
/// <param name="blobs">Where the listings of code are.</param>
internal sealed class CodeLocks(StoreLayout layout, BlobStore blobs)
{
    /// <summary>The lock of the code behind results, as a file.</summary>
    public byte[] Of(IReadOnlyDictionary<string, NodeResult> results)
    {
        var fingerprints = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, result) in results.Where(result => result.Value.Key is not null))
        {
            fingerprints.TryAdd(StageNode.StageOf(id), result.Key!.Code);
        }

        var name = string.Concat(fingerprints.Select(stage => $"{stage.Key} {stage.Value}\n"));
        var note = layout.CodeOf(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))));
        return File.Exists(note) && blobs.Find(File.ReadAllText(note)) is { } known ? known : Make(fingerprints, note);
    }

    private byte[] Make(SortedDictionary<string, string> fingerprints, string note)
    {
        var listings = fingerprints.ToDictionary(stage => stage.Key, stage => blobs.Find(stage.Value) is { } listing
            ? CodeListing.Of(listing)
            : throw new IOException($"The list of code {stage.Value} is gone from the store. Run again."));
        var bytes = CodeLock.Of(listings).ToBytes();
        AtomicFile.Write(note, Encoding.ASCII.GetBytes(blobs.Publish(bytes).Sha256));
        return bytes;
    }
}
