namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>Paths of settings, <c>models.cnn.layers.03.rate</c> from the top of the file, and their values.</summary>
/// <param name="IsOfModel">True where paths begin at a model: <c>layers.03.rate</c>.</param>
/// <param name="AreLists">True where each has a list of one or more values.</param>
public sealed record SettingsForm(bool IsOfModel = false, bool AreLists = false) : ValueForm;
