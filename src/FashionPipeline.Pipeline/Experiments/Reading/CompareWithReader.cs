using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Experiments.Yaml;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads <c>compare_with</c>: the experiments whose seeds a report is set beside.</summary>
/// <param name="name">Name of the experiment.</param>
/// <param name="known">Names of all experiments.</param>
internal sealed class CompareWithReader(string name, IReadOnlyCollection<string> known)
{
    /// <summary>The names, all different; none where there are none.</summary>
    public IReadOnlyList<string> Read(YamlSection experiment)
    {
        var names = new List<string>();
        foreach (var item in experiment.Find("compare_with")?.Items("a list of experiments, such as [fashion-mnist-seeds]") ?? [])
        {
            if (item.Text() is not { } other)
            {
                continue;
            }

            if (other == name)
            {
                item.Fault($"'{other}' is this experiment itself; leave it out, and where it is inherited write compare_with: null");
            }
            else if (!known.Contains(other))
            {
                item.Fault($"there is no experiment '{other}'; {NearestName.Suggest(other, known)}");
            }
            else if (names.Contains(other))
            {
                item.Fault($"'{other}' stands here a second time");
            }
            else
            {
                names.Add(other);
            }
        }

        return names;
    }
}
