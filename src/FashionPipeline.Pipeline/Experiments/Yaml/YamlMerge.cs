namespace FashionPipeline.Pipeline.Experiments.Yaml;

/// <summary>
/// What an experiment becomes that extends another one: mappings are merged key by key at every level, the list
/// <c>models</c> by name (a model of the same name changes the keys that it gives, others are appended); every other value,
/// other lists among them, replaces what was there. A key with the value null takes the inherited value away.
/// </summary>
internal static class YamlMerge
{
    /// <summary>The parent's values with the child's differences.</summary>
    public static YamlMapping Merge(YamlMapping parent, YamlMapping child) => MergeMappings(parent, child, isRoot: true);

    private static YamlMapping MergeMappings(YamlMapping parent, YamlMapping child, bool isRoot)
    {
        var entries = parent.Entries.ToList();
        var places = Enumerable.Range(0, entries.Count).ToDictionary(index => entries[index].Key, StringComparer.Ordinal);
        foreach (var entry in child.Entries)
        {
            if (!places.TryGetValue(entry.Key, out var index))
            {
                entries.Add(entry);
                continue;
            }

            entries[index] = entry with
            {
                Value = (entries[index].Value, entry.Value) switch
                {
                    (YamlMapping inherited, YamlMapping own) => MergeMappings(inherited, own, isRoot: false),
                    (YamlList inherited, YamlList own) when isRoot && entry.Key == "models" => MergeModels(inherited, own),
                    _ => entry.Value,
                },
            };
        }

        return new YamlMapping(entries, child.Place);
    }

    private static YamlList MergeModels(YamlList parent, YamlList child)
    {
        var models = parent.Items.ToList();
        var inherited = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < models.Count; index++)
        {
            if (NameOf(models[index]) is { } name)
            {
                inherited.TryAdd(name, index);
            }
        }

        foreach (var model in child.Items)
        {
            // A second model of one name in one file is not merged: it is a fault, and stays visible as one.
            if (NameOf(model) is { } name && inherited.Remove(name, out var index))
            {
                models[index] = MergeMappings((YamlMapping)models[index], (YamlMapping)model, isRoot: false);
            }
            else
            {
                models.Add(model);
            }
        }

        return child with { Items = models };
    }

    /// <summary>The name of a model, or null where it has none.</summary>
    public static string? NameOf(YamlNode model) => model is YamlMapping mapping && mapping["name"] is YamlScalar name ? name.Text : null;
}
