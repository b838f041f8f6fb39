namespace FashionPipeline.Training.Layers;

/// <summary>Rows and columns, each an integer from 1; its value is a <see cref="Size"/>.</summary>
/// <param name="Name">Its key.</param>
public sealed record SizeSetting(string Name) : LayerSetting(Name);
