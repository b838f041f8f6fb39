namespace FashionPipeline.Data.Idx;

/// <summary>An IDX file as it was published, gzipped or plain.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Bytes">All of it.</param>
public sealed record IdxFile(string Name, byte[] Bytes);
