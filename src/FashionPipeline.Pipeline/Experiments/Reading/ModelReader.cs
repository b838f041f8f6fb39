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
/// <param name="numerics">The arithmetic.</param>
/// <param name="faults">Takes the faults.</param>
internal sealed partial class ModelReader(DataSet? dataSet, Arithmetic numerics, Faults faults)
{
    /// <summary>All models in order.</summary>
    public IReadOnlyList<ExperimentModel> Read(YamlSection experiment)
    {
        var node = experiment.Require("models");
        var items = experiment.Items(node, "models");
        if (node is YamlList { Items: [] })
        {
            faults.Add(node.Place, "models: there are no models; expected at least one, with name, title, input and layers");
        }

        var models = new List<ExperimentModel>();
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            var path = YamlMerge.NameOf(items[i]) is { Length: > 0 } known ? $"models.{known}" : FormattableString.Invariant($"models, item {i + 1}");
            if (YamlSection.Open(items[i], ExperimentFormat.Model, path, faults) is { } section)
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
            CheckName(name, section.Find("name")!.Place, places);
        }

        var input = section.Require("input") is { } scaling ? faults.Choice<InputScaling>(scaling, section.Name("input")) : null;
        return new ExperimentModel
        {
            Name = name,
            Title = section.Text("title"),
            Input = input ?? InputScaling.Unit,
            Network = Network(section, name),
        };
    }

    private void CheckName(string name, Place place, Dictionary<string, Place> places)
    {
        if (!NamePattern().IsMatch(name))
        {
            faults.Add(place, $"name: found '{name}'; expected lower-case letters, digits and hyphens, a letter or digit first, such as mlp");
        }

        if (!places.TryAdd(name, place))
        {
            faults.Add(place, $"name: there is a model '{name}' already, at {places[name]}; give this one another name");
        }
    }

    private Network Network(YamlSection section, string name)
    {
        var node = section.Require("layers");
        var items = section.Items(node, "layers");
        var reader = new LayerReader(dataSet?.LabelNames.Count ?? 1, faults);
        var layers = items.Select((item, i) => reader.Read(item, FormattableString.Invariant($"{section.Path}, layer {i + 1}"))).ToList();
        var network = new Network { Name = name, Layers = [.. layers.OfType<Layer>()] };
        if (node is YamlList list && dataSet is not null && !layers.Contains(null))
        {
            foreach (var fault in ShapeCheck.Faults(network, dataSet.Height, dataSet.Width, dataSet.LabelNames.Count).Concat(ArithmeticCheck.Faults(network, numerics)))
            {
                faults.Add(items.Count == 0 ? list.Place : items[fault.LayerIndex].Place, $"{section.Path}: {fault.Message}");
            }
        }

        return network;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
