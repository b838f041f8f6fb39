using FashionPipeline.Foundation.Names;

namespace FashionPipeline.Pipeline.Experiments.Yaml;

/// <summary>
/// What <c>remove</c> leaves of an experiment: the models that it names are gone, and what the source published of them. What stands
/// beside <c>remove</c> is merged afterwards, so that a name may be given again, to another model.
/// </summary>
internal static class ModelRemoval
{
    private const string BestOfText = "best_model_of_text";

    // What is said of the best model, which says nothing once it is gone.
    private static readonly string[] OfTheBest =
    [
        "best_model", BestOfText, "label_correct", "confusion_matrix", "weak_classes", "taken_for", "reasonable_mistakes",
        "embedding_agrees",
    ];

    /// <summary>The experiment without models.</summary>
    /// <param name="root">The experiment.</param>
    /// <param name="remove">Names of models.</param>
    /// <param name="haveOthers">Whether there will be other models.</param>
    public static YamlMapping Apply(YamlMapping root, YamlValue remove, bool haveOthers)
    {
        var models = (root["models"] as YamlList)?.Items ?? [];
        var known = models.Select(YamlMerge.NameOf).OfType<string>().ToList();
        var removed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in remove.Items("a list of models, such as [cnn]"))
        {
            if (item.Text() is not { } name)
            {
                continue;
            }

            if (!known.Contains(name))
            {
                item.Fault($"there is no model '{name}' to leave out; {NearestName.Suggest(name, known)}");
            }
            else if (!removed.Add(name))
            {
                item.Fault($"'{name}' stands here a second time");
            }
        }

        var kept = models.Where(model => YamlMerge.NameOf(model) is not { } name || !removed.Contains(name)).ToList();
        if (removed.Count > 0 && kept.Count == 0 && !haveOthers)
        {
            remove.Fault("no model is left; keep one, or add another one to models");
            return root;
        }

        var entries = root.Entries.Select(entry => (entry.Key, entry.Value) switch
        {
            ("models", YamlList list) => entry with { Value = list with { Items = kept } },
            ("published", YamlMapping published) => entry with { Value = Published(published, removed) },
            _ => entry,
        });
        return root with { Entries = [.. entries] };
    }

    private static YamlMapping Published(YamlMapping published, HashSet<string> removed)
    {
        string[] gone = [.. IsGone("best_model") ? OfTheBest : [], .. IsGone(BestOfText) ? [BestOfText] : Array.Empty<string>()];
        var entries = published.Entries.Where(entry => !gone.Contains(entry.Key)).Select(entry => entry switch
        {
            { Key: "models", Value: YamlMapping models } => entry with
            {
                Value = models with { Entries = [.. models.Entries.Where(model => !removed.Contains(model.Key))] },
            },
            _ => entry,
        });
        return published with { Entries = [.. entries] };

        bool IsGone(string key) => published[key] is YamlScalar name && removed.Contains(name.Text);
    }
}
