using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Experiments.Format;

namespace FashionPipeline.Pipeline.Experiments.Yaml;

/// <summary>
/// A mapping whose keys are known. Keys that are not known are faults as soon as the section is opened; a key without a value,
/// or with null, counts as not there.
/// </summary>
internal sealed class YamlSection
{
    private readonly YamlMapping mapping;
    private readonly Section section;

    private YamlSection(YamlMapping mapping, Section section, string path, Faults faults)
    {
        this.mapping = mapping;
        this.section = section;
        Path = path;
        Faults = faults;
    }

    /// <summary>Keys from the top, for messages: <c>analysis.spectral_embedding</c>; empty at the top.</summary>
    public string Path { get; }

    /// <summary>Takes the faults.</summary>
    public Faults Faults { get; }

    /// <summary>Where the section begins.</summary>
    public Place Place => mapping.Place;

    /// <summary>Opens a mapping; null with a fault recorded where it is none.</summary>
    public static YamlSection? Open(YamlNode node, Section section, string path, Faults faults)
    {
        if (node is not YamlMapping mapping)
        {
            var subject = path.Length == 0 ? "the file" : path;
            return faults.Wrong<YamlSection>(node, subject, $"keys and values ({string.Join(", ", section.Keys)})");
        }

        foreach (var entry in mapping.Entries.Where(entry => !section.Keys.Contains(entry.Key, StringComparer.Ordinal)))
        {
            var inside = path.Length == 0 ? "" : $" in {path}";
            faults.Add(entry.KeyPlace, $"unknown key '{entry.Key}'{inside}; {NearestName.Suggest(entry.Key, section.Keys)}");
        }

        return new YamlSection(mapping, section, path, faults);
    }

    /// <summary>The value of a key, or null where there is none.</summary>
    public YamlNode? Find(string key)
    {
        if (!section.Keys.Contains(key, StringComparer.Ordinal))
        {
            throw new ArgumentException($"'{key}' is no key of the section '{section.Name}'.", nameof(key));
        }

        return mapping[key] is { IsNull: false } value ? value : null;
    }

    /// <summary>The value of a key that must be there.</summary>
    public YamlNode? Require(string key)
    {
        var value = Find(key);
        if (value is null)
        {
            // A key without a value is pointed at itself, a missing one at the section.
            Faults.AddMissing(mapping[key]?.Place ?? Place, $"{Name(key)} is missing");
        }

        return value;
    }

    /// <summary>A key with its path, for messages.</summary>
    public string Name(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    /// <summary>A text that must be there; empty with a fault recorded otherwise.</summary>
    public string Text(string key) => Require(key) is { } node ? Faults.Text(node, Name(key)) ?? "" : "";

    /// <summary>A text, or the fallback where it is not there.</summary>
    public string Text(string key, string fallback) => Find(key) is { } node ? Faults.Text(node, Name(key)) ?? fallback : fallback;

    /// <summary>An integer that must be there, from 1; the fallback with a fault recorded otherwise.</summary>
    public int RequireCount(string key, int fallback = 1) =>
        Require(key) is { } node ? Faults.Integer(node, Name(key), 1, int.MaxValue) ?? fallback : fallback;

    /// <summary>An integer in a closed range, or the fallback where it is not there.</summary>
    public T Integer<T>(string key, T fallback, T minimum, T maximum)
        where T : struct, System.Numerics.IBinaryInteger<T> =>
        Find(key) is { } node ? Faults.Integer(node, Name(key), minimum, maximum) ?? fallback : fallback;

    /// <summary>A number more than 0, or the fallback where it is not there.</summary>
    public double Positive(string key, double fallback) =>
        Find(key) is { } node ? Faults.Number(node, Name(key), value => value > 0, "more than 0") ?? fallback : fallback;

    /// <summary>A number from 0 up to, not including, 1, or the fallback where it is not there.</summary>
    public double BelowOne(string key, double fallback) => Find(key) is { } node
        ? Faults.Number(node, Name(key), value => value is >= 0 and < 1, "from 0 up to, not including, 1") ?? fallback
        : fallback;

    /// <summary>One of an enumeration's values, or the fallback where it is not there.</summary>
    public T Choice<T>(string key, T fallback)
        where T : struct, Enum => Find(key) is { } node ? Faults.Choice<T>(node, Name(key)) ?? fallback : fallback;

    /// <summary>The items of a list; none, with a fault recorded, where it is no list.</summary>
    public IReadOnlyList<YamlNode> Items(YamlNode? node, string key) => node switch
    {
        null => [],
        YamlList list => list.Items,
        _ => Faults.Wrong<IReadOnlyList<YamlNode>>(node, Name(key), "a list") ?? [],
    };
}
