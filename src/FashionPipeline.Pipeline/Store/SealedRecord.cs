using System.Text;
using System.Text.Json;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store;

/// <summary>A record as a file: what is read back is what was written, byte for byte, or it is nothing.</summary>
/// <param name="Sha256">Digest of the record's JSON.</param>
/// <param name="Record">The record.</param>
internal sealed record SealedRecord(string Sha256, StageRecord Record)
{
    private static readonly byte[] Indent = "  "u8.ToArray();
    private static readonly byte[] Head = "{\n  \"sha256\": \""u8.ToArray();
    private static readonly byte[] Middle = "\",\n  \"record\": "u8.ToArray();
    private static readonly byte[] End = "\n}\n"u8.ToArray();

    /// <summary>The file of a record.</summary>
    public static byte[] Write(StageRecord record) => CanonicalJson.Write(
        new SealedRecord(Artifact.Of(CanonicalJson.Write(record, RecordJson.Record)).Sha256, record), RecordJson.Sealed);

    /// <summary>The record of a file; null where it is not what was written, of another form, or of another key.</summary>
    /// <param name="file">The file.</param>
    /// <param name="key">Hash of the key.</param>
    public static StageRecord? Read(ReadOnlySpan<byte> file, string key)
    {
        try
        {
            return Read(file) is { Id: not null, Key: { Stage: not null, Code: not null } parts, Outputs: not null } record
                && parts.Settings?.ContainsValue(null!) == false && parts.Inputs?.ContainsValue(null!) == false && parts.Hash() == key
                ? record
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The record of a file; null where it is not what was written.</summary>
    /// <exception cref="JsonException">It is what was written, and holds no record of this form.</exception>
    public static StageRecord? Read(ReadOnlySpan<byte> file)
    {
        const int DigestLength = 64;
        var start = Head.Length + DigestLength + Middle.Length;
        if (file.Length < start + End.Length || !file.StartsWith(Head) || !file.EndsWith(End)
            || !file[(Head.Length + DigestLength)..].StartsWith(Middle))
        {
            return null;
        }

        var digest = Encoding.ASCII.GetString(file.Slice(Head.Length, DigestLength));
        return Unindented(file[start..^End.Length]) is { } json && Artifact.Of(json).Sha256 == digest
            ? CanonicalJson.Read(json, RecordJson.Record)
            : null;
    }

    // As it stands alone: two spaces less in each line, and a line feed at the end. No string of a JSON holds a line feed.
    private static byte[]? Unindented(ReadOnlySpan<byte> nested)
    {
        var alone = new byte[nested.Length + 1];
        var length = 0;
        for (var rest = nested; ;)
        {
            var line = rest.IndexOf((byte)'\n') + 1;
            var part = line == 0 ? rest : rest[..line];
            part.CopyTo(alone.AsSpan(length));
            length += part.Length;
            if (line == 0)
            {
                alone[length] = (byte)'\n';
                return alone[..(length + 1)];
            }

            rest = rest[line..];
            if (!rest.StartsWith(Indent))
            {
                return null;
            }

            rest = rest[Indent.Length..];
        }
    }
}
