using FashionPipeline.Data;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Training;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads a whole experiment, after it was merged with what it extends.</summary>
/// <param name="folder">Holds the data sets.</param>
/// <param name="variations">Of models that were written out of others, by name, what they came of.</param>
/// <param name="faults">Takes the faults.</param>
internal sealed class ExperimentReader(
    ExperimentsFolder folder, IReadOnlyDictionary<string, ModelVariation> variations, Faults faults)
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
        var seeds = section.Require("seeds") is { } stated ? SeedsReader.Read(stated) : [];
        var hasValidation = section.Find("validation") is not null; // also where it is at fault, of which one message is enough
        var training = TrainingReader.Read(section, new TrainingOptions { Numerics = numerics }, hasValidation);
        var models = new ModelReader(dataSet, training, seeds, hasValidation).Read(section.Require("models"));
        return new Experiment
        {
            Name = name,
            Title = title,
            Description = section.Find("description")?.Text() ?? "",
            Attribution = AttributionReader.Read(section),
            DataSet = dataSet!,
            Seeds = seeds,
            Models = [.. models.Select(model => model with { Variation = variations.GetValueOrDefault(model.Name) })],
            Training = training,
            Validation = validation,
            Selection = section.Find("selection")?.Choice<SelectionCriterion>() ?? (validation is null
                ? SelectionCriterion.TrainingPlusValidationAccuracy : SelectionCriterion.ValidationAccuracy),
            Baselines = NamesReader.Read(section.Find("baselines"), "model", "mlp", [.. models.Select(model => model.Name)]),
            Embedding = AnalysisReader.Read(section, dataSet),
            CompareWith = NamesReader.Read(
                section.Find("compare_with"), "experiment", "fashion-mnist-seeds", [.. folder.Experiments.Keys], other => other == name
                    ? $"'{other}' is this experiment itself; leave it out, and where it is inherited write compare_with: null" : null),
            Resources = ResourcesReader.Read(section),
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
}
