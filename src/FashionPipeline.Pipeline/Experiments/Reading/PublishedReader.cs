using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;
using FashionPipeline.Reporting.Content;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads <c>published</c>: the numbers of the experiment's source.</summary>
/// <param name="models">Names of the experiment's models.</param>
/// <param name="classes">How many classes the data set has; null where it is at fault.</param>
internal sealed class PublishedReader(IReadOnlyList<string> models, int? classes)
{
    /// <summary>The numbers, or null where there are none.</summary>
    public PublishedResults? Read(YamlSection experiment) =>
        experiment.Find("published")?.Section(ExperimentFormat.Published) is not { } section ? null : new PublishedResults
        {
            Citation = section.Text("citation"),
            Models = Models(section.Require("models")),
            BestModel = NameOfModel(section.Find("best_model")),
            BestModelOfText = NameOfModel(section.Find("best_model_of_text")),
            WeakClasses = Labels(section.Find("weak_classes")),
            TakenFor = [.. (section.Find("taken_for")?.Items() ?? []).Select(TakenFor)],
            HasReasonableMistakes = section.Find("reasonable_mistakes")?.Truth(),
            EmbeddingAgrees = section.Find("embedding_agrees")?.Truth(),
            LabelCorrect = Row(section.Find("label_correct"), item => Share(item) ?? 0),
            Confusion = [.. Row(section.Find("confusion_matrix"), row => Row(row, Count)).SelectMany(row => row)],
        };

    // The keys are the names of the experiment's models, so that a wrong one is found.
    private List<PublishedModel> Models(YamlValue? value) => value?.Section(new Section("published models", models)) is { } section
        ? [.. models.Select(name => Model(name, section.Find(name)?.Section(ExperimentFormat.PublishedModel))).OfType<PublishedModel>()]
        : [];

    private static PublishedModel? Model(string name, YamlSection? section) => section is null ? null : new PublishedModel(
        name,
        section.Integer<long>("parameters"),
        section.Number("training_accuracy"),
        section.Number("validation_accuracy"))
    {
        IsOverfitted = section.Find("overfitted")?.Truth(),
    };

    private List<int> TakenFor(YamlValue value)
    {
        var labels = Labels(value);
        if (value.Node is YamlList && labels.Count < 2)
        {
            value.Fault(FormattableString.Invariant(
                $"found {labels.Count} labels; expected that of a true class, and behind it at least one that it is taken for"));
        }

        return labels;
    }

    private List<int> Labels(YamlValue? value)
    {
        var labels = new List<int>();
        foreach (var item in value?.Items() ?? [])
        {
            var label = item.Integer(0, byte.MaxValue) ?? 0;
            if (classes is { } count && label >= count)
            {
                item.Fault(FormattableString.Invariant($"found {label}; expected the label of a class, from 0 to {count - 1}"));
            }
            else if (labels.Contains(label))
            {
                item.Fault(FormattableString.Invariant($"the label {label} stands here a second time"));
            }

            labels.Add(label);
        }

        return labels;
    }

    private string? NameOfModel(YamlValue? value)
    {
        var name = value?.Text();
        if (name is not null && !models.Contains(name))
        {
            value!.Fault($"there is no model '{name}'; {NearestName.Suggest(name, models)}");
        }

        return name;
    }

    /// <summary>A list with one item a class.</summary>
    private List<T> Row<T>(YamlValue? value, Func<YamlValue, T> read)
    {
        var items = value?.Items("a list with one item for each class") ?? [];
        if (value is { Node: YamlList } && classes is { } expected && items.Count != expected)
        {
            value.Fault(FormattableString.Invariant($"found {items.Count} items; expected {expected}, one for each class"));
        }

        return [.. items.Select(read)];
    }

    private static int Count(YamlValue value) => value.Integer(0, int.MaxValue) ?? 0;

    private static double? Share(YamlValue value) => value.Number(NumberForm.Share);
}
