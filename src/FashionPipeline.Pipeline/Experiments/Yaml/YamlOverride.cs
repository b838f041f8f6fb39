using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;

namespace FashionPipeline.Pipeline.Experiments.Yaml;

/// <summary>Settings <c>training.epochs=1</c>: a path of keys, items of <c>models</c> by name, and a value in YAML.</summary>
internal static class YamlOverride
{
    /// <summary>The experiment as if the value were written in it.</summary>
    /// <param name="root">The experiment.</param>
    /// <param name="setting">The setting's text: <c>models.cnn.input=unit</c>.</param>
    /// <param name="faults">Takes the faults.</param>
    public static YamlMapping Apply(YamlMapping root, string setting, Faults faults)
    {
        var place = new Place($"setting {setting}");
        var split = setting.IndexOf('=', StringComparison.Ordinal);
        var path = split < 0 ? [] : setting[..split].Trim().Split('.');
        if (path.Length == 0 || path.Any(string.IsNullOrWhiteSpace))
        {
            faults.Add(place, "expected KEY=VALUE, such as training.epochs=1 or models.cnn.input=unit");
            return root;
        }

        if (path[0] == "extends")
        {
            faults.Add(place, "extends cannot be set; name the other experiment instead");
            return root;
        }

        return YamlTree.ReadValue(setting[(split + 1)..], place, faults) is { } value
            ? (YamlMapping)Set(root, path, value, place, faults)
            : root;
    }

    private static YamlNode Set(YamlNode? node, ReadOnlySpan<string> path, YamlNode value, Place place, Faults faults)
    {
        if (path.IsEmpty)
        {
            return value;
        }

        if (node is YamlList list)
        {
            return SetItem(list, path, value, place, faults);
        }

        // Anything that has no keys gives way, as it does in a file that extends another one.
        var mapping = node as YamlMapping ?? new YamlMapping([], place);
        return mapping.With(new YamlEntry(path[0], place, Set(mapping[path[0]], path[1..], value, place, faults)));
    }

    private static YamlList SetItem(YamlList list, ReadOnlySpan<string> path, YamlNode value, Place place, Faults faults)
    {
        var name = path[0];
        var items = list.Items.ToList();
        var index = items.FindIndex(item => YamlMerge.NameOf(item) == name);
        if (index >= 0)
        {
            items[index] = Set(items[index], path[1..], value, place, faults);
        }
        else if (items.Select(YamlMerge.NameOf).OfType<string>().ToList() is { Count: > 0 } names)
        {
            faults.Add(place, $"there is no '{name}'; {NearestName.Suggest(name, names)}");
        }
        else
        {
            faults.Add(place, $"'{name}' cannot be set inside a list; give the whole list, such as seeds=[1,2]");
        }

        return list with { Items = items };
    }
}
