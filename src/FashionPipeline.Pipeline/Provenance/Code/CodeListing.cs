using System.Text;

namespace FashionPipeline.Pipeline.Provenance.Code;

/// <summary>
/// All code that a node can reach, part by part: members of types, embedded files, packages. It is kept as an artifact, whose digest is
/// the code's fingerprint; two listings tell what has changed.
/// </summary>
/// <param name="Parts">Digest or version of each part by its name, ordered: <c>FashionPipeline.Numerics.Kernels.Adam.Update</c>.</param>
public sealed record CodeListing(SortedDictionary<string, string> Parts)
{
    private const string PackagePrefix = "package ";

    /// <summary>The name of a package's part, whose value is the package's version.</summary>
    public static string NameOfPackage(string package) => PackagePrefix + package;

    /// <summary>True for the part of a package.</summary>
    public static bool IsPackage(string part) => part.StartsWith(PackagePrefix, StringComparison.Ordinal);

    /// <summary>
    /// A part's name for readers: <c>Adam.Update</c>, without namespaces; an embedded file without its assembly; a package by its own.
    /// </summary>
    public static string Shown(string part) => IsPackage(part) ? part[PackagePrefix.Length..]
        : part.Contains(": ", StringComparison.Ordinal) ? part[(part.IndexOf(": ", StringComparison.Ordinal) + 2)..]
        : string.Join('.', part.Split('.')[^2..]);

    /// <summary>Names of the parts that differ, are new or are gone, ordered.</summary>
    public IReadOnlyList<string> ChangedFrom(CodeListing earlier) =>
    [
        .. Parts.Keys.Union(earlier.Parts.Keys)
            .Where(name => Parts.GetValueOrDefault(name) != earlier.Parts.GetValueOrDefault(name))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The listing as a file: a line a part, value first.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Concat(Parts.Select(part => $"{part.Value} {part.Key}\n")));

    /// <summary>The listing of a file that <see cref="ToBytes"/> made.</summary>
    public static CodeListing Of(byte[] bytes) => new(new SortedDictionary<string, string>(
        Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 2)).ToDictionary(part => part[1], part => part[0]),
        StringComparer.Ordinal));
}
