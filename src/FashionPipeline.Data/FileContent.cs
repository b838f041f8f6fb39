namespace FashionPipeline.Data;

/// <summary>A file of a data set as it was published.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Bytes">All of it.</param>
public sealed record FileContent(string Name, byte[] Bytes)
{
    /// <summary>What can be done where it is not as it should be.</summary>
    public string Advice { get; init; } =
        "Its SHA-256 is the one that the data set's file names: correct that file, or publish another one.";
}
