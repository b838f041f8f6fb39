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
        if (YamlSection.Open(root, ExperimentFormat.Experiment, "", faults) is not { } section)
        {
            return null;
        }

        var title = section.Text("title");
        var dataSet = DataSet(section);
        var numerics = section.Choice("numerics", Arithmetic.Portable);
        var models = new ModelReader(dataSet, numerics, faults).Read(section);
        return new Experiment
        {
            Name = name,
            Title = title,
            Description = section.Text("description", ""),
            DataSet = dataSet!,
            Seeds = Seeds(section),
            Models = models,
            Training = TrainingReader.Read(section) with { Numerics = numerics },
            Selection = section.Choice("selection", SelectionCriterion.TrainingPlusValidationAccuracy),
            Embedding = AnalysisReader.Read(section),
            Published = new PublishedReader([.. models.Select(model => model.Name).Distinct()], dataSet?.LabelNames.Count, faults).Read(section),
        };
    }

    private DataSet? DataSet(YamlSection section)
    {
        if (section.Require("data_set") is not { } node || faults.Text(node, "data_set") is not { } name)
        {
            return null;
        }

        if (!folder.DataSets.TryGetValue(name, out var file))
        {
            faults.Add(node.Place, $"data_set: there is no data set '{name}' in {folder.DisplayName}/datasets; {NearestName.Suggest(name, folder.DataSets.Keys)}");
            return null;
        }

        return folder.Read(file, faults) is { } root ? new DataSetReader(faults).Read(name, root) : null;
    }

    private List<ulong> Seeds(YamlSection section)
    {
        var node = section.Require("seeds");
        var seeds = new List<ulong>();
        foreach (var item in section.Items(node, "seeds"))
        {
            if (faults.Integer(item, "seeds", ulong.MinValue, ulong.MaxValue) is not { } seed)
            {
                continue;
            }

            if (seeds.Contains(seed))
            {
                faults.Add(item.Place, FormattableString.Invariant($"seeds: {seed} stands here a second time; each model is trained once with each seed"));
            }

            seeds.Add(seed);
        }

        if (node is YamlList { Items: [] })
        {
            faults.Add(node.Place, "seeds: there are none; expected at least one, such as [12345]");
        }

        return seeds;
    }
}
