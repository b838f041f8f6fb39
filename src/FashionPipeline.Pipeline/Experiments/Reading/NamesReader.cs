using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Experiments.Yaml;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads a list of names of something that is known.</summary>
internal static class NamesReader
{
    /// <summary>The names, all known and all different; none where the key is not there. Faults are recorded.</summary>
    /// <param name="value">The list; null where the key is not there.</param>
    /// <param name="kind">What they are names of: <c>model</c>.</param>
    /// <param name="example">One of them, for messages.</param>
    /// <param name="known">The names that there are.</param>
    /// <param name="fault">What is wrong with a name beside that it is known, or null.</param>
    public static IReadOnlyList<string> Read(
        YamlValue? value, string kind, string example, IReadOnlyCollection<string> known, Func<string, string?>? fault = null)
    {
        var names = new List<string>();
        foreach (var item in value?.Items($"a list of {kind}s, such as [{example}]") ?? [])
        {
            if (item.Text() is not { } name)
            {
                continue;
            }

            if (fault?.Invoke(name) is { } wrong)
            {
                item.Fault(wrong);
            }
            else if (!known.Contains(name))
            {
                item.Fault($"there is no {kind} '{name}'; {NearestName.Suggest(name, known)}");
            }
            else if (names.Contains(name))
            {
                item.Fault($"'{name}' stands here a second time");
            }
            else
            {
                names.Add(name);
            }
        }

        return names;
    }
}
