namespace FashionPipeline.Download;

/// <summary>A published file: its name, and how to know that it is the right one.</summary>
/// <param name="Name">The file's name, the same in its folder, in a mirror and behind a URL.</param>
/// <param name="Bytes">Length in bytes.</param>
/// <param name="Sha256">SHA-256 of the file, 64 lower-case hexadecimal digits.</param>
public sealed record RemoteFile(string Name, long Bytes, string Sha256);
