using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Experiments.Yaml;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Follows <c>extends</c> from file to file and merges what it finds.</summary>
/// <param name="folder">Where experiments are found by name.</param>
/// <param name="faults">Takes the faults.</param>
internal sealed class Inheritance(ExperimentsFolder folder, Faults faults)
{
    /// <summary>A file with everything that it inherits, or null with a fault recorded.</summary>
    /// <param name="file">Full path of the file.</param>
    public YamlNode? Read(string file) => Read(file, []);

    private YamlNode? Read(string file, IReadOnlyList<string> children)
    {
        var node = folder.Read(file, faults);
        if (node is not YamlMapping child)
        {
            return node;
        }

        if (child["extends"] is not { IsNull: false } extends)
        {
            RequireNoEdits(child);
            return child;
        }

        return Parent(extends, [.. children, file]) is YamlMapping parent ? Merged(parent, child) : child;
    }

    // Models are left out first and settings replaced last, so that both are about what the reader of the file sees.
    private YamlMapping Merged(YamlMapping parent, YamlMapping child)
    {
        if (Edit(child, "remove") is { } remove)
        {
            parent = ModelRemoval.Apply(parent, remove, haveOthers: child["models"] is YamlList { Items.Count: > 0 });
        }

        var merged = YamlMerge.Merge(parent, child);
        return Edit(child, "set") is { } set ? YamlOverride.Apply(merged, set) : merged;
    }

    private void RequireNoEdits(YamlMapping file)
    {
        foreach (var edit in new[] { Edit(file, "remove"), Edit(file, "set") }.OfType<YamlValue>())
        {
            edit.Fault("changes what a file inherits, and this one extends nothing; edit the file itself, or add extends");
        }
    }

    private YamlValue? Edit(YamlMapping file, string key) =>
        file[key] is { IsNull: false } value ? new YamlValue(value, key, faults) : null;

    private YamlMapping? Parent(YamlNode extends, IReadOnlyList<string> chain)
    {
        var value = new YamlValue(extends, "extends", faults);
        var found = value.Text() is { } name ? Find(name, value, chain) : null;
        if (found is not null && chain.Contains(found))
        {
            var circle = string.Join(" -> ", chain.Append(found).Select(Path.GetFileNameWithoutExtension));
            value.Fault($"a circle: {circle}; one of them must extend nothing");
            found = null;
        }

        var parent = found is null ? null : Read(found, chain);
        if (parent is not (null or YamlMapping))
        {
            faults.Add(parent.Place, $"expected keys and values, found {parent.Found}");
        }

        faults.IsIncomplete |= parent is not YamlMapping;
        return parent as YamlMapping;
    }

    private string? Find(string name, YamlValue value, IReadOnlyList<string> chain)
    {
        var found = folder.Find(name, Path.GetDirectoryName(chain[^1])!);
        if (found is not null && !folder.IsOwn(found, typed: chain[0]))
        {
            value.Fault($"'{name}' is a link, or leads out of the repository; an experiment extends files of its repository or its folder");
            return null;
        }

        if (found is null)
        {
            value.Fault(ExperimentsFolder.IsPath(name)
                ? $"there is no file '{name}' (looked for it from this file's folder)"
                : $"there is no experiment '{name}'; {NearestName.Suggest(name, folder.Experiments.Keys)}");
        }

        return found;
    }
}
