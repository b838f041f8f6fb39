namespace FashionPipeline.Reporting.Cards;

/// <summary>A file that lies beside a model card.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What is in it.</param>
/// <param name="Sha256">SHA-256 of its bytes, in hexadecimal.</param>
public sealed record CardFile(string Name, string Meaning, string Sha256);
