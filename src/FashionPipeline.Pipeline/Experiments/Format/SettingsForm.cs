namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>Paths of settings, <c>models.cnn.layers.03.rate</c> from the top of the file, and their values.</summary>
/// <param name="IsOfModel">True where paths begin at a model: <c>layers.03.rate</c>.</param>
/// <param name="Range">Where each has a list of one or more values, the section that may stand in place of one; else null.</param>
public sealed record SettingsForm(bool IsOfModel = false, DescribedSection? Range = null) : ValueForm;
