namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>Nothing: no value, or <c>{}</c>.</summary>
public sealed record EmptyForm : ValueForm;
