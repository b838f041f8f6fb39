using System.Reflection;
using System.Text;

namespace FashionPipeline.Portability;

/// <summary>The digest of each case's result: the first 16 hexadecimal digits of its SHA-256.</summary>
/// <param name="Digests">Digest of each case, in the order of the cases.</param>
public sealed record DigestTable(IReadOnlyList<KeyValuePair<string, string>> Digests)
{
    private const string Missing = "nothing";
    private const int NameWidth = 44;

    /// <summary>One digest of all: that of the table's text.</summary>
    public string Overall => Digest(Encoding.UTF8.GetBytes(ToString()));

    /// <summary>Computes every case.</summary>
    public static DigestTable Of(IEnumerable<Case> cases) =>
        new([.. cases.Select(each => KeyValuePair.Create(each.Name, Digest(each.Compute())))]);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static DigestTable Parse(string text) => new(
    [
        .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(fields => KeyValuePair.Create(fields[0], fields[1])),
    ]);

    /// <summary>The digests that the repository keeps beside a program.</summary>
    public static DigestTable ExpectedBy(Assembly program)
    {
        using var reader = new StreamReader(program.GetManifestResourceStream("digests.txt")!);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>A line for each case that differs, or that only one of the two has.</summary>
    public IEnumerable<string> DifferencesFrom(DigestTable expected)
    {
        var found = Digests.ToDictionary();
        var wanted = expected.Digests.ToDictionary();
        return found.Keys.Union(wanted.Keys)
            .Where(name => found.GetValueOrDefault(name) != wanted.GetValueOrDefault(name))
            .Select(name => $"{name}: found {found.GetValueOrDefault(name, Missing)}, expected {wanted.GetValueOrDefault(name, Missing)}");
    }

    /// <summary>A line for each case: its name and its digest.</summary>
    public override string ToString() => string.Concat(Digests.Select(digest => $"{digest.Key.PadRight(NameWidth)}  {digest.Value}\n"));

    private static string Digest(byte[] bytes) => Sha256.Hash(bytes)[..16];
}
