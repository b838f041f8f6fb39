namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>Paths of settings from the top of the file, <c>models.cnn.layers.03.rate</c>, and their values.</summary>
public sealed record SettingsForm : ValueForm;
