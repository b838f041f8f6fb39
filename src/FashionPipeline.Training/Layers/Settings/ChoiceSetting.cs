using FashionPipeline.Foundation.Names;

namespace FashionPipeline.Training.Layers;

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
