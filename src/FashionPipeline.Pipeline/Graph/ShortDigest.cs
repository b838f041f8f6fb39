namespace FashionPipeline.Pipeline.Graph;

/// <summary>Digests as people read them: the first twelve digits tell two of them apart.</summary>
public static class ShortDigest
{
    private const int Digits = 12;

    /// <summary>A digest's first digits; any other text as it is.</summary>
    public static string Of(string text) => Artifact.IsDigest(text) ? text[..Digits] : text;
}
