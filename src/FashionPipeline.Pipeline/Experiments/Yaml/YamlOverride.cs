using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Pipeline.Experiments.Yaml;

/// <summary>Settings in place of others: <c>training.epochs=1</c> of a command line, and the entries of a file's <c>set</c>.</summary>
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
        if (split < 0 || SettingPath.Parse(setting[..split]) is not { } keys)
        {
            faults.Add(place, "expected KEY=VALUE, such as training.epochs=1 or models.cnn.input=unit");
            return root;
        }

        if (keys[0] is "extends" or "set")
        {
            faults.Add(place, keys[0] == "extends"
                ? "extends cannot be set; name the other experiment instead"
                : "set cannot be set; give the setting itself, such as training.epochs=1");
            return root;
        }

        if (YamlTree.ReadValue(setting[(split + 1)..], place, faults) is not { } value)
        {
            return root;
        }

        return keys is ["remove"]
            ? ModelRemoval.Apply(root, new YamlValue(value, "remove", faults), haveOthers: false)
            : new SettingPath(keys, place, faults).Replace(root, value);
    }

    /// <summary>An experiment with the settings of its file's <c>set</c>, in their order.</summary>
    /// <param name="root">The experiment.</param>
    /// <param name="set">What <c>set</c> holds.</param>
    public static YamlMapping Apply(YamlMapping root, YamlValue set)
    {
        if (set.Node is not YamlMapping settings)
        {
            set.Wrong<YamlMapping>("paths of settings and values, such as {training.epochs: 1}");
            return root;
        }

        foreach (var entry in settings.Entries)
        {
            if (SettingPath.Parse(entry.Key) is not { } keys || keys[0] is "extends" or "remove" or "set")
            {
                set.Faults.Add(entry.KeyPlace,
                    $"set: found '{entry.Key}'; expected the path of a setting, such as training.epochs or models.cnn.input");
            }
            else
            {
                root = new SettingPath(keys, entry.KeyPlace, set.Faults).Replace(root, entry.Value);
            }
        }

        return root;
    }
}
