namespace FashionPipeline.Pipeline.Store;

/// <summary>A file that a stage made, named by the SHA-256 of its bytes.</summary>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="Bytes">Length in bytes.</param>
public sealed record Artifact(string Sha256, long Bytes);
