namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>Keys and values of a section.</summary>
/// <param name="Section">The section.</param>
public sealed record SectionForm(DescribedSection Section) : ValueForm
{
    /// <summary>True where nothing may stand in its place, which is the section without keys.</summary>
    public bool MayBeEmpty { get; init; }
}
