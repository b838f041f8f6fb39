using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;
using FashionPipeline.Reporting.Content;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads <c>published</c>: the numbers of the experiment's source.</summary>
/// <param name="models">Names of the experiment's models.</param>
/// <param name="classes">How many classes the data set has; null where it is at fault.</param>
/// <param name="faults">Takes the faults.</param>
internal sealed class PublishedReader(IReadOnlyList<string> models, int? classes, Faults faults)
{
    /// <summary>The numbers, or null where there are none.</summary>
    public PublishedResults? Read(YamlSection experiment)
    {
        if (experiment.Find("published") is not { } node
            || YamlSection.Open(node, ExperimentFormat.Published, "published", faults) is not { } section)
        {
            return null;
        }

        return new PublishedResults
        {
            Citation = section.Text("citation"),
            Models = Models(section),
            BestModel = BestModel(section),
            LabelCorrect = [.. Row(section.Find("label_correct"), section.Name("label_correct"), item => Share(item, section.Name("label_correct")) ?? 0)],
            Confusion = Confusion(section),
        };
    }

    private List<PublishedModel> Models(YamlSection published)
    {
        // The keys are the names of the experiment's models, so that a wrong one is found.
        var known = new Section("published models", models);
        return published.Require("models") is { } node && YamlSection.Open(node, known, published.Name("models"), faults) is { } section
            ? [.. models.Where(name => section.Find(name) is not null).Select(name => Model(section, name)).OfType<PublishedModel>()]
            : [];
    }

    private PublishedModel? Model(YamlSection parent, string name)
    {
        if (YamlSection.Open(parent.Find(name)!, ExperimentFormat.PublishedModel, parent.Name(name), faults) is not { } section)
        {
            return null;
        }

        return new PublishedModel(
            name,
            section.Find("parameters") is { } parameters ? faults.Integer(parameters, section.Name("parameters"), 0, long.MaxValue) : null,
            section.Find("training_accuracy") is { } training ? Share(training, section.Name("training_accuracy")) : null,
            section.Find("validation_accuracy") is { } validation ? Share(validation, section.Name("validation_accuracy")) : null);
    }

    private string? BestModel(YamlSection section)
    {
        if (section.Find("best_model") is not { } node || faults.Text(node, section.Name("best_model")) is not { } name)
        {
            return null;
        }

        if (!models.Contains(name))
        {
            faults.Add(node.Place, $"{section.Name("best_model")}: there is no model '{name}'; {NearestName.Suggest(name, models)}");
        }

        return name;
    }

    private List<int> Confusion(YamlSection section)
    {
        var name = section.Name("confusion_matrix");
        return [.. Row(section.Find("confusion_matrix"), name, row => Row(row, name, count => faults.Integer(count, name, 0, int.MaxValue) ?? 0)).SelectMany(row => row)];
    }

    /// <summary>A list with one item a class.</summary>
    private List<T> Row<T>(YamlNode? node, string name, Func<YamlNode, T> read)
    {
        if (node is null)
        {
            return [];
        }

        if (node is not YamlList list)
        {
            return faults.Wrong<List<T>>(node, name, "a list with one item for each class") ?? [];
        }

        if (classes is { } expected && list.Items.Count != expected)
        {
            faults.Add(node.Place, FormattableString.Invariant($"{name}: found {list.Items.Count} items; expected {expected}, one for each class"));
        }

        return [.. list.Items.Select(read)];
    }

    private double? Share(YamlNode node, string name) => faults.Number(node, name, value => value is >= 0 and <= 1, "from 0 to 1");
}
