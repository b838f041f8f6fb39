namespace FashionPipeline.Training.Layers;

/// <summary>A number in a range that is open above; its value is a <see cref="double"/>.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Minimum">Where the range begins.</param>
/// <param name="Limit">What every number is below.</param>
public sealed record NumberSetting(string Name, double Minimum, double Limit) : LayerSetting(Name)
{
    /// <summary>True where the minimum is no part of the range.</summary>
    public bool IsAboveMinimum { get; init; }
}
