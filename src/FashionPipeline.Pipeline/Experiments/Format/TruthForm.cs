namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record TruthForm : ValueForm;
