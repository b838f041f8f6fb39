namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary><c>false</c>, which leaves something out.</summary>
public sealed record FalseForm : ValueForm;
