using System.Collections;
using FashionPipeline.Foundation.Names;

namespace FashionPipeline.Training.Layers;

/// <summary>The values of a layer's settings by their names: what is read of an experiment, and what a layer says of itself.</summary>
public sealed class LayerValues : IEnumerable<KeyValuePair<string, object>>
{
    private readonly Dictionary<string, object> values = new(StringComparer.Ordinal);

    /// <summary>Adds the value of a setting.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="value">Of the type that its kind of setting names.</param>
    public void Add(string name, object value) => values.Add(name, value);

    /// <summary>Adds a choice by its name in experiments.</summary>
    public void Add<T>(string name, T choice)
        where T : struct, Enum => values.Add(name, SnakeCase.Of(choice));

    /// <summary>The value of a <see cref="CountSetting"/>.</summary>
    public int Count(string name) => (int)values[name];

    /// <summary>The value of a <see cref="SizeSetting"/>.</summary>
    public Size Size(string name) => (Size)values[name];

    /// <summary>The value of a <see cref="NumberSetting"/>.</summary>
    public double Number(string name) => (double)values[name];

    /// <summary>The value of a <see cref="LayersSetting"/>.</summary>
    public IReadOnlyList<Layer> Layers(string name) => (IReadOnlyList<Layer>)values[name];

    /// <summary>The value of a <see cref="ChoiceSetting"/>.</summary>
    public T Choice<T>(string name)
        where T : struct, Enum => Enum.GetValues<T>().Single(choice => SnakeCase.Of(choice) == (string)values[name]);

    /// <summary>A value as experiments write it: <c>[3, 5]</c>.</summary>
    public string Text(string name) => values[name] switch
    {
        Size size => FormattableString.Invariant($"[{size.Rows}, {size.Columns}]"),
        IReadOnlyList<Layer> layers => $"[{string.Join(", ", layers)}]",
        var value => FormattableString.Invariant($"{value}"),
    };

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => values.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
