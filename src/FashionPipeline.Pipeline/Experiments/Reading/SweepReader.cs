using FashionPipeline.Numerics.Random;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads <c>sweep</c>: values of settings, of which every combination is a point, or a number of these drawn at random.</summary>
internal static class SweepReader
{
    private const int MostPoints = 1000;

    /// <summary>The points in order, the first setting changing last; each has a value for every setting. Faults are recorded.</summary>
    public static IReadOnlyList<IReadOnlyList<YamlEntry>> Read(YamlValue sweep)
    {
        if (sweep.Section(ExperimentFormat.Sweep) is not { } section || section.Require("settings") is not { } settings)
        {
            return [];
        }

        if (settings.Node is not YamlMapping { Entries: [_, ..] } mapping)
        {
            settings.Wrong<YamlMapping>("paths of settings, each with its values, such as {training.learning_rate: [0.001, 0.01]}");
            return [];
        }

        var points = Combinations(mapping, settings);
        var samples = section.Integer<int>("samples");
        var seed = section.Find("seed")?.Integer<ulong>(IntegerForm.Seed) ?? ExperimentFormat.SweepSeed;
        if (samples is not { } wanted || wanted >= points.Count)
        {
            return points;
        }

        var drawn = new RandomStream(seed, RandomPurpose.Sweep).Permutation(points.Count).Take(wanted).Order();
        return [.. drawn.Select(index => points[index])];
    }

    private static List<IReadOnlyList<YamlEntry>> Combinations(YamlMapping mapping, YamlValue settings)
    {
        List<IReadOnlyList<YamlEntry>> points = [[]];
        foreach (var entry in mapping.Entries)
        {
            var values = settings with { Node = entry.Value, Path = $"{settings.Path}.{entry.Key}" };
            if (entry.Value is not YamlList { Items: [_, ..] } list)
            {
                values.Wrong<YamlList>("a list of one or more values, such as [0.001, 0.01]");
                continue;
            }

            points =
            [
                .. points.SelectMany(point => list.Items.Select(value =>
                    (IReadOnlyList<YamlEntry>)[.. point, entry with { Value = value }])).Take(MostPoints + 1),
            ];
            if (points.Count > MostPoints)
            {
                values.Fault($"the sweep has more than {MostPoints} combinations; expected at most as many. Give fewer values");
                return [];
            }
        }

        return points;
    }
}
