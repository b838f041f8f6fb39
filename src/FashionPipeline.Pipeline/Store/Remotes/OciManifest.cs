using System.Text.Json;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>A record as an OCI image manifest: its config is the record's file, its layers are the artifacts.</summary>
/// <param name="SchemaVersion">2.</param>
/// <param name="MediaType"><see cref="Type"/>.</param>
/// <param name="ArtifactType"><see cref="RecordType"/>.</param>
/// <param name="Config">The record.</param>
/// <param name="Layers">All artifacts of the record.</param>
internal sealed record OciManifest(
    int SchemaVersion, string? MediaType, string? ArtifactType, OciDescriptor? Config, IReadOnlyList<OciDescriptor>? Layers)
{
    /// <summary>Media type of a manifest.</summary>
    public const string Type = "application/vnd.oci.image.manifest.v1+json";

    /// <summary>Longest manifest that the specification wants registries to take.</summary>
    public const int MostBytes = 4 << 20;

    private const string RecordType = "application/vnd.fashion-pipeline.record.v1+json";
    private const string ArtifactMediaType = "application/vnd.fashion-pipeline.artifact.v1";

    // A longer record would be the larger part of its manifest.
    private const int MostInlineBytes = 1 << 20;

    /// <summary>The manifest of a record.</summary>
    /// <param name="record">The record's file.</param>
    /// <param name="outputs">Its artifacts.</param>
    public static OciManifest Of(byte[] record, IEnumerable<Artifact> outputs)
    {
        var config = new OciDescriptor(
            RecordType, OciDescriptor.DigestOf(Artifact.Of(record)), record.Length, record.Length > MostInlineBytes ? null : record);
        return new(2, Type, RecordType, config,
        [
            .. outputs.Select(output => new OciDescriptor(ArtifactMediaType, OciDescriptor.DigestOf(output), output.Bytes)),
        ]);
    }

    /// <summary>The descriptor of the record in a manifest; null where it is no manifest of a record.</summary>
    public static OciDescriptor? FindRecord(byte[] manifest)
    {
        try
        {
            return JsonSerializer.Deserialize(manifest, OciJson.Manifest) is { Config: { MediaType: RecordType } config } ? config : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The manifest as it is sent.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, OciJson.Manifest);
}
