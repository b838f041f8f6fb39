using FashionPipeline.Numerics.Random;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>
/// Reads <c>sweep</c>: values of settings, of which every combination is a point, or a number of these drawn at random; and ranges, from
/// which the values of each point are drawn.
/// </summary>
internal static class SweepReader
{
    private const int MostPoints = 1000;

    // Where ranges hold few numbers, draws repeat: after so many for each point there may be no others.
    private const int DrawsOfPoint = 100;

    /// <summary>The points in order; each has a value for every setting. Faults are recorded.</summary>
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

        var samples = section.Integer<int>("samples");
        var seed = section.Find("seed")?.Integer<ulong>(IntegerForm.Seed) ?? ExperimentFormat.SweepSeed;
        return mapping.Entries.Any(entry => entry.Value is YamlMapping)
            ? Draw(mapping, settings, Samples(sweep, section, samples), seed)
            : Choose(Combinations(mapping, settings), samples, seed);
    }

    private static IReadOnlyList<IReadOnlyList<YamlEntry>> Choose(
        IReadOnlyList<IReadOnlyList<YamlEntry>> points, int? samples, ulong seed)
    {
        if (samples is not { } wanted || wanted >= points.Count)
        {
            return points;
        }

        var drawn = new RandomStream(seed, RandomPurpose.Sweep).Permutation(points.Count).Take(wanted).Order();
        return [.. drawn.Select(index => points[index])];
    }

    // The first setting changes last.
    private static List<IReadOnlyList<YamlEntry>> Combinations(YamlMapping mapping, YamlValue settings)
    {
        List<IReadOnlyList<YamlEntry>> points = [[]];
        foreach (var entry in mapping.Entries)
        {
            var values = ValuesOf(entry, settings);
            if (Listed(values) is not { } list)
            {
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

    private static int Samples(YamlValue sweep, YamlSection section, int? samples)
    {
        if (section.Find("samples") is not { } stated)
        {
            sweep.Fault("samples is missing; the numbers of a range have no end, so say how many points are drawn, such as samples: 20");
        }
        else if (samples > MostPoints)
        {
            stated.Fault($"found {stated.Written}; expected at most {MostPoints} where there is a range");
            return 0;
        }

        return samples ?? 0;
    }

    // What a draw gives depends on its number and that of the setting alone: more samples add points and change none.
    private static List<IReadOnlyList<YamlEntry>> Draw(YamlMapping mapping, YamlValue settings, int samples, ulong seed)
    {
        var draws = mapping.Entries.Select(entry => Drawing(entry, settings)).OfType<Func<double, YamlEntry>>().ToList();
        var points = new List<IReadOnlyList<YamlEntry>>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; draws.Count == mapping.Entries.Count && points.Count < samples && i < samples * DrawsOfPoint; i++)
        {
            YamlEntry[] point =
            [
                .. draws.Select((draw, number) =>
                    draw(new RandomStream(seed, RandomPurpose.Sweep, layer: (ushort)(number + 1)).Double(i))),
            ];
            if (known.Add(string.Join('\n', point.Select(value => YamlWords.Of(value.Value)))))
            {
                points.Add(point);
            }
        }

        return points;
    }

    // What a share from 0 up to, not including, 1 stands for; null with a fault recorded.
    private static Func<double, YamlEntry>? Drawing(YamlEntry entry, YamlValue settings)
    {
        var values = ValuesOf(entry, settings);
        if (entry.Value is YamlMapping)
        {
            return SweepRange.Read(values, entry.Key) is not { } range ? null : share =>
                entry with { Value = new YamlScalar(range.At(share), IsPlain: true, entry.Value.Place) };
        }

        return Listed(values) is not { } list ? null : share =>
            entry with { Value = list.Items[(int)(share * list.Items.Count)] };
    }

    private static YamlValue ValuesOf(YamlEntry entry, YamlValue settings) =>
        settings with { Node = entry.Value, Path = $"{settings.Path}.{entry.Key}" };

    private static YamlList? Listed(YamlValue values) => values.Node is YamlList { Items: [_, ..] } list ? list : values.Wrong<YamlList>(
        "a list of one or more values, such as [0.001, 0.01], or a range, such as {from: 0.001, to: 0.01, scale: log}");
}
