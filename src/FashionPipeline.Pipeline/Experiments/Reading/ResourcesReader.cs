using System.Globalization;
using System.Text.RegularExpressions;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads <c>resources</c>: what steps get of a cluster.</summary>
internal static partial class ResourcesReader
{
    private const int MegabytesOfGigabyte = 1024;

    /// <summary>The rules in the order of the file; none where the experiment states none.</summary>
    public static IReadOnlyList<ResourceRule> Read(YamlSection experiment)
    {
        if (experiment.Find("resources") is not { } resources)
        {
            return [];
        }

        if (resources.Node is not YamlMapping mapping)
        {
            return resources.Wrong<IReadOnlyList<ResourceRule>>("steps and what they get, such as train: {cpus: 8, memory: 8G}") ?? [];
        }

        return [.. mapping.Entries.Select(entry => Rule(resources, entry)).OfType<ResourceRule>()];
    }

    private static ResourceRule? Rule(YamlValue resources, YamlEntry entry)
    {
        var stages = Enum.GetValues<Stage>().Select(SnakeCase.Of).ToList();
        var stage = StageNode.StageOf(entry.Key);
        if (!stage.Contains('*', StringComparison.Ordinal) && !stages.Contains(stage))
        {
            resources.Faults.Add(entry.KeyPlace, $"resources: no step begins with '{stage}'; {NearestName.Suggest(stage, stages)}");
        }

        var value = resources with { Node = entry.Value, Path = $"resources.{entry.Key}" };
        return entry.Value.IsNull || value.Section(ExperimentFormat.Resources) is not { } section ? null : new ResourceRule(entry.Key)
        {
            Cpus = section.Integer<int>("cpus"),
            MemoryMegabytes = Quantity(
                section.Find("memory"), MemoryPattern(), ExperimentFormat.MemoryWords, ("M", 1), ("G", MegabytesOfGigabyte)),
            Minutes = Quantity(section.Find("time"), TimePattern(), ExperimentFormat.TimeWords, ("m", 1), ("h", 60), ("d", 24 * 60)),
            Partition = section.Find("partition")?.Text(),
            Account = section.Find("account")?.Text(),
            Constraint = section.Find("constraint")?.Text(),
        };
    }

    private static int? Quantity(YamlValue? value, Regex pattern, string expected, params (string Name, int Size)[] units)
    {
        if (value?.Text() is not { } text)
        {
            return null;
        }

        if (!pattern.IsMatch(value.Written))
        {
            value.Fault($"found '{text}'; expected {expected}");
            return null;
        }

        return int.Parse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture)
            * units.Single(unit => text.EndsWith(unit.Name, StringComparison.Ordinal)).Size;
    }

    [GeneratedRegex(ExperimentFormat.Memory + @"(?!\n)", RegexOptions.CultureInvariant)]
    private static partial Regex MemoryPattern();

    [GeneratedRegex(ExperimentFormat.Time + @"(?!\n)", RegexOptions.CultureInvariant)]
    private static partial Regex TimePattern();
}
