using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Provenance.Code;

/// <summary>
/// Fingerprints of the code behind entry types. A fingerprint is the digest of a listing, which is kept as an artifact; which one belongs
/// to which compiled program is noted beside it, so that code is read once after it was compiled and not in every run.
/// </summary>
/// <param name="program">The compiled program.</param>
/// <param name="layout">Paths of the store.</param>
/// <param name="blobs">Keeps the listings.</param>
/// <param name="entries">The entry types that will be asked for.</param>
public sealed class CodeFingerprints(CompiledProgram program, StoreLayout layout, BlobStore blobs, IReadOnlyCollection<Type> entries)
{
    private readonly ConcurrentDictionary<Type, string> known = [];

    /// <summary>The fingerprint of the code that an entry type reaches.</summary>
    public string Of(Type entry) => known.TryGetValue(entry, out var fingerprint)
        ? fingerprint
        : known[entry] = Noted(entry) ?? ReadAll(entry);

    // A note that was damaged names a listing that is not there.
    private string? Noted(Type entry)
    {
        var note = NoteOf(entry);
        return File.Exists(note) && File.ReadAllText(note) is { Length: SHA256.HashSizeInBytes * 2 } fingerprint
            && blobs.Find(fingerprint) is not null
            ? fingerprint
            : null;
    }

    // Of all entries, once for all runs that begin together after a compilation.
    private string ReadAll(Type asked)
    {
        using var taken = FileLock.Take(layout.LockOf("code"), () => { });
        var missing = entries.Append(asked).Where(entry => Noted(entry) is null).ToHashSet();
        if (missing.Count > 0)
        {
            using var reach = new CodeReach(program.Assemblies);
            foreach (var entry in missing)
            {
                var fingerprint = blobs.Publish(Listing(reach, entry).ToBytes()).Sha256;
                AtomicFile.Write(NoteOf(entry), Encoding.ASCII.GetBytes(fingerprint));
            }
        }

        return Noted(asked)!;
    }

    private CodeListing Listing(CodeReach reach, Type entry)
    {
        var reached = reach.From(entry.Assembly.GetName().Name!, entry.FullName!);
        var parts = new SortedDictionary<string, string>(reached.Parts, StringComparer.Ordinal);
        foreach (var (name, version) in program.PackagesOf(reached.ForeignAssemblies))
        {
            parts.Add(CodeListing.NameOfPackage(name), version);
        }

        // It computes behind TorchSharp, and no assembly names it.
        if (parts.ContainsKey(CodeListing.NameOfPackage("TorchSharp")))
        {
            parts.Add(CodeListing.NameOfPackage("libtorch"), LibTorchVersion.Value);
        }

        return new CodeListing(parts);
    }

    private string NoteOf(Type entry) =>
        layout.CodeOf(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{program.Digest} {entry.FullName}"))));
}
