using System.Globalization;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;

namespace FashionPipeline.Pipeline.Experiments.Yaml;

/// <summary>
/// The way to a setting, in the words that reasons and locks use: keys, of <c>models</c> the names, of <c>layers</c> the numbers, which
/// count from 1, and behind a layer its settings: <c>models.cnn.layers.03.rate</c>, or its own layers:
/// <c>models.cnn.layers.03.layers.01.filters</c>.
/// </summary>
/// <param name="keys">The keys from the top.</param>
/// <param name="place">Where the path was written.</param>
/// <param name="faults">Takes the faults.</param>
internal sealed class SettingPath(IReadOnlyList<string> keys, Place place, Faults faults)
{
    /// <summary>The keys of a path, or null where it is none.</summary>
    public static IReadOnlyList<string>? Parse(string path) =>
        path.Trim().Split('.') is var keys && keys.Any(string.IsNullOrWhiteSpace) ? null : keys;

    /// <summary>The experiment with the value in place of what is there. Keys that are missing on the way are made.</summary>
    /// <param name="root">The experiment.</param>
    /// <param name="value">The value.</param>
    public YamlMapping Replace(YamlMapping root, YamlNode value)
    {
        if (keys.FirstOrDefault(key => key.Contains('[', StringComparison.Ordinal)) is not { } key)
        {
            return (YamlMapping)Replace(root, 0, value);
        }

        faults.Add(place, $"found '{key}'; a layer goes by its number, counted from 1, as in models.cnn.layers.03.rate");
        return root;
    }

    private YamlNode Replace(YamlNode? node, int depth, YamlNode value)
    {
        if (depth == keys.Count)
        {
            return value;
        }

        if (IsInLayers(depth) && node is null or { IsNull: true })
        {
            faults.Add(place, $"{Owner(depth)} has no layers to change");
            return new YamlScalar("", IsPlain: true, place);
        }

        if (node is YamlList list)
        {
            return Item(list, depth) is { } index
                ? list with { Items = [.. list.Items.Select((item, i) => i == index ? Replace(item, depth + 1, value) : item)] }
                : list;
        }

        if (IsInLayers(depth - 1))
        {
            return LayerSyntax.Change(node!, settings => Replace(settings, keys[depth], depth, value));
        }

        // Anything that has no keys gives way, as it does in a file that extends another one.
        return Replace(node as YamlMapping ?? new YamlMapping([], place), keys[depth], depth, value);
    }

    private YamlMapping Replace(YamlMapping mapping, string key, int depth, YamlNode value) =>
        mapping.With(new YamlEntry(key, place, Replace(mapping[key], depth + 1, value)));

    // Whether the key names an item of a model's layers, or of the layers within one of these.
    private bool IsInLayers(int depth) =>
        depth >= 3 && keys[depth - 1] == "layers" && (depth == 3 ? keys[0] == "models" : IsInLayers(depth - 2));

    // The model, or the layer, whose layers the key names.
    private string Owner(int depth) => string.Join('.', keys.Take(depth - 1));

    // The item that the key names, or null with a fault recorded.
    private int? Item(YamlList list, int depth)
    {
        var key = keys[depth];
        if (IsInLayers(depth))
        {
            return Layer(list, depth);
        }

        var names = list.Items.Select(YamlMerge.NameOf).ToList();
        if (names.IndexOf(key) is >= 0 and var index)
        {
            return index;
        }

        faults.Add(place, names.OfType<string>().ToList() is { Count: > 0 } known
            ? known.Find(name => key.StartsWith($"{name}-", StringComparison.Ordinal)) is { } origin
                ? $"there is no '{key}'; a variant is set where it is written, such as "
                    + $"models.{origin}.variants.{key[(origin.Length + 1)..]}"
                : $"there is no '{key}'; {NearestName.Suggest(key, known)}"
            : $"'{key}' cannot be set inside a list; give the whole list, such as seeds=[1,2]");
        return null;
    }

    private int? Layer(YamlList layers, int depth)
    {
        var key = keys[depth];
        if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= layers.Items.Count)
        {
            return number - 1;
        }

        faults.Add(place, layers.Items.Count == 0
            ? $"{Owner(depth)} has no layers to change"
            : FormattableString.Invariant(
                $"{Owner(depth)} has no layer '{key}'; expected a number from 01 to {layers.Items.Count:00}, counted from the input"));
        return null;
    }
}
