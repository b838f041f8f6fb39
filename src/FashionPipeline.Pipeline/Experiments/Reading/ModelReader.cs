using System.Text.RegularExpressions;
using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;
using FashionPipeline.Training;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads <c>models</c> and checks that their shapes fit the data set and that there is arithmetic for their layers.</summary>
/// <param name="dataSet">The data set, or null where it is at fault: then shapes are not checked.</param>
/// <param name="training">How models are trained that do not say it.</param>
/// <param name="seeds">The seeds of models that do not say it.</param>
/// <param name="hasValidation">Whether the experiment has a validation set of its own.</param>
internal sealed partial class ModelReader(
    DataSet? dataSet, TrainingOptions training, IReadOnlyList<ulong> seeds, bool hasValidation)
{
    /// <summary>All models in order.</summary>
    public IReadOnlyList<ExperimentModel> Read(YamlValue? value)
    {
        if (value is { Node: YamlList { Items: [] } })
        {
            value.Fault("there are no models; expected at least one, with name, title, input and layers");
        }

        var models = new List<ExperimentModel>();
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var (i, item) in (value?.Items() ?? []).Index())
        {
            var name = YamlMerge.NameOf(item.Node) is { Length: > 0 } known ? $".{known}" : FormattableString.Invariant($", item {i + 1}");
            if ((item with { Path = item.Path + name }).Section(ExperimentFormat.Model) is { } section)
            {
                models.Add(Model(section, places));
            }
        }

        return models;
    }

    private ExperimentModel Model(YamlSection section, Dictionary<string, Place> places)
    {
        var name = section.Text("name");
        if (name.Length > 0)
        {
            CheckName(section.Find("name")! with { Path = "name" }, name, places);
        }

        return new ExperimentModel
        {
            Name = name,
            Title = section.Text("title"),
            Input = section.Require("input")?.Choice<InputScaling>() ?? InputScaling.Unit,
            Network = Network(name, section),
            Seeds = section.Find("seeds") is { } stated ? Seeds(stated) : seeds,
            Training = Training(section),
        };
    }

    // Models are compared by the predictions of their first seed.
    private IReadOnlyList<ulong> Seeds(YamlValue value)
    {
        var own = SeedsReader.Read(value);
        if (own is [var first, ..] && seeds is [var common, ..] && first != common)
        {
            value.Fault(FormattableString.Invariant(
                $"the first one is {first}, and that of the experiment {common}; begin with {common}, by which models are compared"));
        }

        return own;
    }

    // libtorch's number of threads is one for the whole process, in which models may be trained side by side.
    private TrainingOptions Training(YamlSection section)
    {
        var own = TrainingReader.Read(section, training, hasValidation);
        if (own.Threads != training.Threads)
        {
            section.Find("training")!.Fault(
                "threads cannot differ from one model to the next; set training.threads of the experiment");
        }

        return own;
    }

    private static void CheckName(YamlValue value, string name, Dictionary<string, Place> places)
    {
        if (!NamePattern().IsMatch(value.Written))
        {
            value.Fault($"found '{value.Written}'; expected lower-case letters, digits and hyphens, a letter or digit first, such as mlp");
        }

        if (!places.TryAdd(name, value.Node.Place))
        {
            value.Fault($"there is a model '{name}' already, at {places[name]}; give this one another name");
        }
    }

    private Network Network(string name, YamlSection section)
    {
        var (path, value) = (section.Path, section.Require("layers"));
        var items = value?.Items() ?? [];
        var reader = new LayerReader(dataSet?.LabelNames.Count ?? 1);
        var layers = items
            .Select((item, i) => reader.Read(item with { Path = FormattableString.Invariant($"{path}, layer {i + 1}") })).ToList();
        var network = new Network
        {
            Name = name,
            Layers = [.. layers.OfType<Layer>()],
            IsFlippedInTest = section.Find("test_time_flip")?.Truth() ?? false,
        };
        if (value is { Node: YamlList } && dataSet is not null && !layers.Contains(null))
        {
            var faults = ShapeCheck.Faults(network, dataSet.Shape, dataSet.LabelNames.Count)
                .Concat(ArithmeticCheck.Faults(network, training.Numerics));
            foreach (var fault in faults)
            {
                ((items.Count == 0 ? value : items[fault.LayerIndex]) with { Path = path }).Fault(fault.Message);
            }
        }

        return network;
    }

    [GeneratedRegex(ExperimentFormat.ModelName, RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
