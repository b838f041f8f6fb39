namespace FashionPipeline.Training.Layers;

/// <summary>An integer from 1; its value is an <see cref="int"/>.</summary>
/// <param name="Name">Its key.</param>
public sealed record CountSetting(string Name) : LayerSetting(Name)
{
    /// <summary>True where a value that cannot be read is taken for one for each class, so that a last layer still fits.</summary>
    public bool IsOnePerClass { get; init; }
}
