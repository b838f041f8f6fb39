using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Pipeline.Experiments.Yaml;

/// <summary>A value of a YAML file that remembers where it was written, also after merging.</summary>
/// <param name="Place">Where it begins.</param>
internal abstract record YamlNode(Place Place)
{
    /// <summary>What was found, for a message.</summary>
    public abstract string Found { get; }

    /// <summary>True where the key stands without a value, or with <c>null</c>.</summary>
    public bool IsNull => this is YamlScalar { IsPlain: true, Text: "" or "~" or "null" or "Null" or "NULL" };
}

/// <summary>A single value.</summary>
/// <param name="Text">Its text without quotation marks.</param>
/// <param name="IsPlain">True without quotation marks: only then it may be a number, a boolean or null.</param>
/// <param name="Place">Where it begins.</param>
internal sealed record YamlScalar(string Text, bool IsPlain, Place Place) : YamlNode(Place)
{
    /// <inheritdoc/>
    public override string Found => IsNull ? "nothing" : IsPlain ? Text : $"the text \"{Text}\"";
}

/// <summary>A list.</summary>
/// <param name="Items">Its items in order.</param>
/// <param name="Place">Where it begins.</param>
internal sealed record YamlList(IReadOnlyList<YamlNode> Items, Place Place) : YamlNode(Place)
{
    /// <inheritdoc/>
    public override string Found => "a list";
}

/// <summary>Keys and their values.</summary>
/// <param name="Entries">In the order in which they were written; no key twice.</param>
/// <param name="Place">Where it begins.</param>
internal sealed record YamlMapping(IReadOnlyList<YamlEntry> Entries, Place Place) : YamlNode(Place)
{
    /// <inheritdoc/>
    public override string Found => Entries.Count == 0 ? "{}" : $"the keys {string.Join(", ", Entries.Select(entry => entry.Key))}";

    /// <summary>The value of a key, or null.</summary>
    public YamlNode? this[string key] => Entries.FirstOrDefault(entry => entry.Key == key)?.Value;

    /// <summary>The same mapping with one value replaced in its place, or appended.</summary>
    public YamlMapping With(YamlEntry entry) => Entries.Any(other => other.Key == entry.Key)
        ? this with { Entries = [.. Entries.Select(other => other.Key == entry.Key ? entry : other)] }
        : this with { Entries = [.. Entries, entry] };
}

/// <summary>A key and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="KeyPlace">Where the key begins.</param>
/// <param name="Value">The value.</param>
internal sealed record YamlEntry(string Key, Place KeyPlace, YamlNode Value);
