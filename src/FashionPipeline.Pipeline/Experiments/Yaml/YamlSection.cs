using System.Numerics;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Experiments.Format;

namespace FashionPipeline.Pipeline.Experiments.Yaml;

/// <summary>A mapping whose keys are known. A key without a value, or with null, counts as not there.</summary>
/// <param name="mapping">What was written.</param>
/// <param name="section">The keys that it may have.</param>
/// <param name="path">Keys from the top, for messages; empty at the top.</param>
/// <param name="faults">Takes the faults.</param>
internal sealed class YamlSection(YamlMapping mapping, Section section, string path, Faults faults)
{
    /// <summary>Keys from the top, for messages; empty at the top.</summary>
    public string Path => path;

    /// <summary>Where the section begins.</summary>
    public Place Place => mapping.Place;

    /// <summary>The value of a key, or null where there is none.</summary>
    public YamlValue? Find(string key)
    {
        if (!section.Keys.Contains(key, StringComparer.Ordinal))
        {
            throw new ArgumentException($"'{key}' is no key of the section '{section.Name}'.", nameof(key));
        }

        return mapping[key] is { IsNull: false } value ? new YamlValue(value, Name(key), faults) : null;
    }

    /// <summary>The value of a key that must be there.</summary>
    public YamlValue? Require(string key)
    {
        var value = Find(key);
        if (value is null)
        {
            // A key without a value is pointed at itself, a missing one at the section.
            faults.AddMissing(mapping[key]?.Place ?? Place, $"{Name(key)} is missing");
        }

        return value;
    }

    /// <summary>A text that must be there; empty with a fault recorded otherwise.</summary>
    public string Text(string key) => Require(key)?.Text() ?? "";

    /// <summary>An integer in the range that the format has for the key; null where there is none, or with a fault recorded.</summary>
    public T? Integer<T>(string key)
        where T : struct, IBinaryInteger<T> => Find(key)?.Integer<T>((IntegerForm)Form(key));

    /// <summary>A number in the range that the format has for the key; null where there is none, or with a fault recorded.</summary>
    public double? Number(string key) => Find(key)?.Number((NumberForm)Form(key));

    private ValueForm Form(string key) => ((DescribedSection)section).Form(key);

    private string Name(string key) => path.Length == 0 ? key : $"{path}.{key}";
}
