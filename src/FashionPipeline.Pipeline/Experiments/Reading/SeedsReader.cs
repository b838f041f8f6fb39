using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads <c>seeds</c>, of an experiment or of a model.</summary>
internal static class SeedsReader
{
    /// <summary>The seeds in order, all different; faults are recorded.</summary>
    public static IReadOnlyList<ulong> Read(YamlValue value)
    {
        var seeds = new OrderedDictionary<ulong, YamlValue>();
        foreach (var item in value.Items())
        {
            if (item.Integer<ulong>(IntegerForm.Seed) is not { } seed)
            {
                continue;
            }

            if (!seeds.TryAdd(seed, item))
            {
                item.Fault(FormattableString.Invariant($"{seed} stands here a second time; a model is trained once with each seed"));
            }
        }

        if (value.Node is YamlList { Items: [] })
        {
            value.Fault("there are none; expected at least one, such as [12345]");
        }

        return [.. seeds.Keys];
    }
}
