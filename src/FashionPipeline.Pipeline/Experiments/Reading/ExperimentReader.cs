using FashionPipeline.Data;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;
using FashionPipeline.Training;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads a whole experiment, after it was merged with what it extends.</summary>
/// <param name="folder">Holds the data sets.</param>
/// <param name="faults">Takes the faults.</param>
internal sealed class ExperimentReader(ExperimentsFolder folder, Faults faults)
{
    /// <summary>The experiment; its values mean something only where no fault was recorded.</summary>
    public Experiment? Read(string name, YamlNode root)
    {
        if (new YamlValue(root, "", faults).Section(ExperimentFormat.Experiment) is not { } section)
        {
            return null;
        }

        var title = section.Text("title");
        var dataSet = DataSet(section.Require("data_set"));
        var numerics = section.Find("numerics")?.Choice<Arithmetic>() ?? Arithmetic.Portable;
        var validation = ValidationReader.Read(section);
        var models = new ModelReader(dataSet, numerics).Read(section.Require("models"));
        return new Experiment
        {
            Name = name,
            Title = title,
            Description = section.Find("description")?.Text() ?? "",
            DataSet = dataSet!,
            Seeds = Seeds(section.Require("seeds")),
            Models = models,
            Training = TrainingReader.Read(section) with { Numerics = numerics },
            Validation = validation,
            Selection = section.Find("selection")?.Choice<SelectionCriterion>() ?? (validation is null
                ? SelectionCriterion.TrainingPlusValidationAccuracy : SelectionCriterion.ValidationAccuracy),
            Embedding = AnalysisReader.Read(section, dataSet),
            CompareWith = new CompareWithReader(name, [.. folder.Experiments.Keys]).Read(section),
            Published = new PublishedReader([.. models.Select(model => model.Name).Distinct()], dataSet?.LabelNames.Count).Read(section),
        };
    }

    private DataSet? DataSet(YamlValue? value)
    {
        if (value?.Text() is not { } name)
        {
            return null;
        }

        if (folder.DataSets.TryGetValue(name, out var file))
        {
            if (!folder.IsOwn(file, typed: file))
            {
                value.Fault($"the file of the data set '{name}' is a link; expected a file of the repository");
                return null;
            }

            return folder.Read(file, faults) is { } root ? DataSetReader.Read(name, Path.GetDirectoryName(file)!, root, faults) : null;
        }

        value.Fault(
            $"there is no data set '{name}' in {folder.DisplayName}/datasets; {NearestName.Suggest(name, folder.DataSets.Keys)}");
        return null;
    }

    private static List<ulong> Seeds(YamlValue? value)
    {
        var seeds = new OrderedDictionary<ulong, YamlValue>();
        foreach (var item in value?.Items() ?? [])
        {
            if (item.Integer<ulong>(IntegerForm.Seed) is not { } seed)
            {
                continue;
            }

            if (!seeds.TryAdd(seed, item))
            {
                item.Fault(FormattableString.Invariant($"{seed} stands here a second time; each model is trained once with each seed"));
            }
        }

        if (value is { Node: YamlList { Items: [] } })
        {
            value.Fault("there are none; expected at least one, such as [12345]");
        }

        return [.. seeds.Keys];
    }
}
