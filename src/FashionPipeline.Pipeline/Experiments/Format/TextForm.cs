namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>A text that is not blank. What YAML takes for a number or a boolean needs quotation marks.</summary>
/// <param name="Pattern">Regular expression of the texts that fit; null for all.</param>
/// <param name="Words">What the expression means: <c>lower-case letters, digits and hyphens</c>.</param>
public sealed record TextForm(string? Pattern = null, string? Words = null) : ValueForm;
