namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>Keys and values of a section.</summary>
/// <param name="Section">The section.</param>
public sealed record SectionForm(DescribedSection Section) : ValueForm;
