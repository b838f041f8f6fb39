using System.Globalization;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace FashionPipeline.Tests.Pipeline.Experiments.Format;

/// <summary>A YAML file with single values replaced; lines and comments are not kept, quotation marks are.</summary>
internal static class YamlEdit
{
    private const string Unknown = "nobody_knows: 1";

    /// <summary>The path of every value, of lists by index: <c>seeds/0</c>; the top is empty. Of numbers in a list the first.</summary>
    public static IEnumerable<string> Paths(string yaml) => Paths(Read(yaml), "");

    /// <summary>The value at a path.</summary>
    public static string Value(string yaml, string path)
    {
        var value = "";
        Write(Read(yaml), Keys(path), found => value = found);
        return value;
    }

    /// <summary>The file with the value at a path replaced by each probe, left out, and with an unknown key in it.</summary>
    public static IEnumerable<string> All(string yaml, string path, IEnumerable<string> probes)
    {
        IEnumerable<Func<string, string?>> edits = [.. probes.Select(probe => (Func<string, string?>)(_ => probe)), _ => null, WithUnknown];
        return edits.Select(edit => Write(Read(yaml), Keys(path), edit)).OfType<string>().Distinct();
    }

    private static string[] Keys(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static string? WithUnknown(string value) => value switch
    {
        "{}" => $"{{{Unknown}}}",
        ['{', ..] => $"{value[..^1]}, {Unknown}}}",
        _ => value,
    };

    private static IEnumerable<string> Paths(YamlNode node, string path) => (node switch
    {
        YamlMappingNode mapping => mapping.Children.SelectMany(entry => Paths(entry.Value, $"{path}{entry.Key}/")),
        YamlSequenceNode list => list.Children.Index().Where(item => item.Index == 0 || item.Item is YamlMappingNode)
            .SelectMany(item => Paths(item.Item, FormattableString.Invariant($"{path}{item.Index}/"))),
        _ => [],
    }).Prepend(path);

    // The text of a node; null where it is left out.
    private static string? Write(YamlNode node, ReadOnlySpan<string> path, Func<string, string?> edit)
    {
        if (path.IsEmpty)
        {
            return edit(Text(node));
        }

        var parts = new List<string>();
        if (node is YamlMappingNode mapping)
        {
            foreach (var (key, value) in mapping.Children)
            {
                if ((key.ToString() == path[0] ? Write(value, path[1..], edit) : Text(value)) is { } text)
                {
                    parts.Add($"{key}: {text}");
                }
            }

            return $"{{{string.Join(", ", parts)}}}";
        }

        foreach (var (i, item) in ((YamlSequenceNode)node).Children.Index())
        {
            if ((i.ToString(CultureInfo.InvariantCulture) == path[0] ? Write(item, path[1..], edit) : Text(item)) is { } text)
            {
                parts.Add(text);
            }
        }

        return $"[{string.Join(", ", parts)}]";
    }

    private static string Text(YamlNode node) => node switch
    {
        YamlMappingNode mapping => $"{{{string.Join(", ", mapping.Children.Select(entry => $"{entry.Key}: {Text(entry.Value)}"))}}}",
        YamlSequenceNode list => $"[{string.Join(", ", list.Children.Select(Text))}]",
        YamlScalarNode { Style: ScalarStyle.Plain } plain => plain.Value!,
        _ => JsonSerializer.Serialize(node.ToString()),
    };

    private static YamlNode Read(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents[0].RootNode;
    }
}
