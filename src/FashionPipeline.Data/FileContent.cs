namespace FashionPipeline.Data;

/// <summary>A file of a data set as it was published.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Bytes">All of it.</param>
public sealed record FileContent(string Name, byte[] Bytes);
