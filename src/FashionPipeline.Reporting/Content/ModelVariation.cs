namespace FashionPipeline.Reporting.Content;

/// <summary>How a model comes of another one, or of a sweep.</summary>
/// <param name="Of">Name of the model that it varies, or of the sweep.</param>
/// <param name="Settings">What it sets, by path within the model, as the file writes it; <c>null</c> for a layer that is left out.</param>
/// <param name="IsOfSweep">True for a point of a sweep; false for a variant of a model that is trained, too.</param>
public sealed record ModelVariation(string Of, IReadOnlyList<KeyValuePair<string, string>> Settings, bool IsOfSweep);
