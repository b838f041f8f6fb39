using FashionPipeline.Foundation.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FashionPipeline.Pipeline.Experiments.Yaml;

/// <summary>
/// Reads YAML into nodes that know their places. Plain YAML only: no anchors, aliases, tags or second documents, which an
/// experiment does not need, as <c>extends</c> is its way of reuse.
/// </summary>
internal sealed class YamlTree
{
    private const int MaximumDepth = 32;

    private readonly Scanner scanner;
    private readonly Parser parser;
    private readonly Func<Mark, Place> place;
    private readonly Faults faults;

    private YamlTree(string text, Func<Mark, Place> place, Faults faults)
    {
        scanner = new Scanner(new StringReader(text), skipComments: true);
        parser = new Parser(scanner);
        this.place = place;
        this.faults = faults;
    }

    /// <summary>The content of a file, or null with a fault recorded where it is no YAML at all or has no content.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">The file as faults name it.</param>
    /// <param name="faults">Takes the faults.</param>
    public static YamlNode? Read(string text, string file, Faults faults) =>
        Read(text, mark => new Place(file, checked((int)mark.Line), checked((int)mark.Column)), faults);

    /// <summary>The value of an option, or null with a fault recorded; an empty text is the value null.</summary>
    /// <param name="text">The value's text.</param>
    /// <param name="place">The option.</param>
    /// <param name="faults">Takes the faults.</param>
    public static YamlNode? ReadValue(string text, Place place, Faults faults) =>
        string.IsNullOrWhiteSpace(text) ? new YamlScalar("", IsPlain: true, place) : Read(text, _ => place, faults);

    private static YamlNode? Read(string text, Func<Mark, Place> place, Faults faults)
    {
        var tree = new YamlTree(text, place, faults);
        try
        {
            return tree.Document();
        }
        catch (YamlException exception)
        {
            return tree.Broken(exception.Start, exception.Message);
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's scanner answers some broken brackets in this way, without a position of its own.
            return tree.Broken(tree.scanner.CurrentPosition, "a value cannot go on like this");
        }
    }

    private YamlNode? Broken(Mark mark, string reason)
    {
        faults.Add(place(mark), $"broken YAML: {reason.TrimEnd('.')}; look at indentation, colons, quotation marks and brackets");
        return null;
    }

    private YamlNode? Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            faults.Add(place(new Mark(0, 1, 1)), "the file is empty; expected keys and values, such as title: ...");
            return null;
        }

        var node = Node(0);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
        {
            faults.Add(place(second.Start), "a second document begins here; expected one document a file");
        }

        return node;
    }

    private YamlNode Node(int depth)
    {
        parser.Accept<NodeEvent>(out _);
        var start = parser.Current!;
        if (start is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty) || start is AnchorAlias)
        {
            const string Advice = "anchors (&), aliases (*) and tags (!) are not used here; write the value out, or use extends";
            throw new YamlException(start.Start, start.End, Advice);
        }

        if (depth > MaximumDepth)
        {
            throw new YamlException(start.Start, start.End, FormattableString.Invariant($"more than {MaximumDepth} levels"));
        }

        return start switch
        {
            Scalar => Value(),
            SequenceStart => List(depth),
            _ => Mapping(depth),
        };
    }

    private YamlScalar Value()
    {
        var scalar = parser.Consume<Scalar>();
        return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, place(scalar.Start));
    }

    private YamlList List(int depth)
    {
        var start = parser.Consume<SequenceStart>();
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(depth + 1));
        }

        return new YamlList(items, place(start.Start));
    }

    private YamlMapping Mapping(int depth)
    {
        var start = parser.Consume<MappingStart>();
        var entries = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
        var order = new List<YamlEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1);
            var entry = new YamlEntry(key is YamlScalar scalar ? scalar.Text : "", key.Place, Node(depth + 1));
            if (key is not YamlScalar)
            {
                faults.Add(key.Place, $"found {key.Found} as a key; expected a name");
            }
            else if (entries.TryGetValue(entry.Key, out var first))
            {
                faults.Add(entry.KeyPlace, $"the key '{entry.Key}' stands here a second time; first at {first.KeyPlace}");
            }
            else
            {
                entries.Add(entry.Key, entry);
                order.Add(entry);
            }
        }

        // A pair that stands in a flow list without braces has no start of its own.
        return new YamlMapping(order, start.Start.Equals(Mark.Empty) && order.Count > 0 ? order[0].KeyPlace : place(start.Start));
    }
}
