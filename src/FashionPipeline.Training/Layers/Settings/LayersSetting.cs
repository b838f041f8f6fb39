namespace FashionPipeline.Training.Layers;

/// <summary>Layers within a layer, at least one; its value is a list of <see cref="Layer"/>.</summary>
/// <param name="Name">Its key.</param>
public sealed record LayersSetting(string Name) : LayerSetting(Name);
