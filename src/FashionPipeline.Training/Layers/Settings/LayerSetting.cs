namespace FashionPipeline.Training.Layers;

/// <summary>A setting of a kind of layer, as readers of experiments need it: its name, its range, and its default.</summary>
/// <param name="Name">Its key in an experiment: <c>units</c>.</param>
public abstract record LayerSetting(string Name)
{
    /// <summary>What it is where it is not stated; null where it must be.</summary>
    public object? Default { get; init; }

    /// <summary>True where texts of a layer leave it out at its default, so that those of layers without it stay as they are.</summary>
    public bool IsLeftOutAtDefault { get; init; }
}
