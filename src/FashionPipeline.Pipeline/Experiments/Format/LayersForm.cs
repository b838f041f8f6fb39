namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>A list of at least one layer, each as <see cref="LayerFormat.Item"/> has it, which may hold such lists in turn.</summary>
public sealed record LayersForm : ValueForm;
