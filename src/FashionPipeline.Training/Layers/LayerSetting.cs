using FashionPipeline.Foundation.Names;

namespace FashionPipeline.Training.Layers;

/// <summary>A setting of a kind of layer, for whoever reads experiments: its name, its range, and what it is without being stated.</summary>
/// <param name="Name">Its key in an experiment: <c>units</c>.</param>
public abstract record LayerSetting(string Name)
{
    /// <summary>What it is where it is not stated; null where it must be.</summary>
    public object? Default { get; init; }
}

/// <summary>An integer from 1; its value is an <see cref="int"/>.</summary>
/// <param name="Name">Its key.</param>
public sealed record CountSetting(string Name) : LayerSetting(Name)
{
    /// <summary>True where one for each class is the best guess of a value that cannot be read, so that the next layers are still checked.</summary>
    public bool IsOnePerClass { get; init; }
}

/// <summary>Rows and columns, each an integer from 1; its value is a <see cref="Size"/>.</summary>
/// <param name="Name">Its key.</param>
public sealed record SizeSetting(string Name) : LayerSetting(Name);

/// <summary>A number in a range that is open above; its value is a <see cref="double"/>.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Minimum">The least number, which changes nothing.</param>
/// <param name="Limit">What every number is below.</param>
public sealed record NumberSetting(string Name, double Minimum, double Limit) : LayerSetting(Name);

/// <summary>One of several names; its value is a <see cref="string"/>.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Choices">The names, the first of which is taken for one that cannot be read.</param>
public sealed record ChoiceSetting(string Name, IReadOnlyList<string> Choices) : LayerSetting(Name)
{
    /// <summary>A choice that must be stated, among the values of an enumeration.</summary>
    public static ChoiceSetting Of<T>(string name)
        where T : struct, Enum => new(name, [.. Enum.GetValues<T>().Select(SnakeCase.Of)]);

    /// <summary>A choice among the values of an enumeration.</summary>
    public static ChoiceSetting Of<T>(string name, T fallback)
        where T : struct, Enum => Of<T>(name) with { Default = SnakeCase.Of(fallback) };
}
