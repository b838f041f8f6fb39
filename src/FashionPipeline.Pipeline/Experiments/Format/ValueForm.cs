namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>What may stand at a key or in a list.</summary>
public abstract record ValueForm;
