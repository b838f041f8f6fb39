namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>A key of a section.</summary>
/// <param name="Name">The key.</param>
/// <param name="Meaning">What it means, in a sentence.</param>
/// <param name="Form">What may stand there.</param>
public sealed record SectionKey(string Name, string Meaning, ValueForm Form)
{
    /// <summary>True where it must be there. Any other one may be missing or null, which is the same.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What counts where it is not there; null where that is nothing.</summary>
    public object? Default { get; init; }
}
