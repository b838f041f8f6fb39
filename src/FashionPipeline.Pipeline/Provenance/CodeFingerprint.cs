using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;

namespace FashionPipeline.Pipeline.Provenance;

/// <summary>
/// Digest of what an assembly does: its metadata, the instructions of its methods and its embedded files, without module id
/// and debug data, so that a comment, a moved line or a second build changes nothing.
/// </summary>
public static class CodeFingerprint
{
    private static readonly ConcurrentDictionary<Assembly, string> Known = [];

    /// <summary>Fingerprint of the assembly and of this project's assemblies that it references, by assembly name.</summary>
    public static IReadOnlyDictionary<string, string> Of(Assembly assembly)
    {
        var fingerprints = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Collect(assembly, fingerprints);
        return fingerprints;
    }

    private static void Collect(Assembly assembly, SortedDictionary<string, string> fingerprints)
    {
        if (!fingerprints.TryAdd(assembly.GetName().Name!, Known.GetOrAdd(assembly, Digest)))
        {
            return;
        }

        foreach (var reference in assembly.GetReferencedAssemblies())
        {
            if (reference.Name!.StartsWith("FashionPipeline.", StringComparison.Ordinal) || reference.Name is "QuestPDF")
            {
                Collect(Assembly.Load(reference), fingerprints);
            }
        }
    }

    private static string Digest(Assembly assembly)
    {
        using var stream = File.OpenRead(assembly.Location);
        using var image = new PEReader(stream);
        var reader = image.GetMetadataReader();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        var metadata = image.GetMetadata().GetContent().ToArray();
        var guids = reader.GetHeapMetadataOffset(HeapIndex.Guid);
        metadata.AsSpan(guids, reader.GetHeapSize(HeapIndex.Guid)).Clear(); // holds the module id alone
        hash.AppendData(metadata);
        foreach (var handle in reader.MethodDefinitions)
        {
            var address = reader.GetMethodDefinition(handle).RelativeVirtualAddress;
            if (address != 0)
            {
                hash.AppendData(image.GetMethodBody(address).GetILBytes()!);
            }
        }

        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using var resource = assembly.GetManifestResourceStream(name)!;
            hash.AppendData(SHA256.HashData(resource));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
