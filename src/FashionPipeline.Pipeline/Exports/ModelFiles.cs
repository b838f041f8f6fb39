using System.Globalization;
using FashionPipeline.Onnx;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Reporting.Cards;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Training.Checkpoints;

namespace FashionPipeline.Pipeline.Exports;

/// <summary>The best model of an experiment as files that others read: without a clock, a machine or a path.</summary>
internal static class ModelFiles
{
    /// <summary>Name of the file with the whole model.</summary>
    public const string Onnx = "model.onnx";

    /// <summary>Name of the file with the weights, which are the artifact that training made.</summary>
    public const string Weights = "model.safetensors";

    /// <summary>What the ONNX file calls its list of classes.</summary>
    public const string Classes = "classes";

    /// <summary>The files by name, in the order of the card.</summary>
    /// <param name="experiment">Name of the experiment or the variant.</param>
    /// <param name="content">What its report shows.</param>
    /// <param name="trained">How the model was trained.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="command">What is typed to export it.</param>
    public static IReadOnlyDictionary<string, byte[]> Of(
        string experiment, ReportContent content, TrainStage trained, byte[] weights, string command)
    {
        var (network, options, dataSet) = (trained.Network, trained.Options, content.DataSet);
        var own = content with
        {
            Experiment = experiment,
            Provenance = content.Provenance with
            {
                Artifacts = [.. content.Provenance.Artifacts.Where(artifact => IsOwn(artifact, content))],
                Settings = [.. content.Provenance.Settings.Where(setting => !IsOfOther(setting, content))],
            },
        };
        var onnx = new OnnxModel
        {
            Network = network,
            Image = dataSet.Shape,
            Scaling = options.Scaling,
            Weights = SafeTensors.Read(weights, $"weights of '{network.Name}'"),
            Metadata = Metadata(own),
        };
        (string Name, string Meaning, byte[] Bytes)[] files =
        [
            (Onnx, "the model, with the scaling of pixels and the names of the classes", onnx.ToBytes()),
            (Weights, "its weights", weights),
            (ModelConfig.FileName, "its layers and classes",
                CanonicalJson.Write(ModelConfig.Of(experiment, network, options.Seed, Artifact.Of(weights), dataSet))),
            (PreprocessorConfig.FileName, "how an image becomes what the weights expect",
                CanonicalJson.Write(PreprocessorConfig.Of(dataSet.Shape, options.Scaling))),
        ];
        var card = ModelReadme.ToBytes(
            own,
            [.. files.Select(file => new CardFile(file.Name, file.Meaning, Artifact.Of(file.Bytes).Sha256))],
            UsageText.Of(dataSet.Shape, command));
        return new OrderedDictionary<string, byte[]>(
            files.Select(file => KeyValuePair.Create(file.Name, file.Bytes)).Append(new(ModelReadme.FileName, card)));
    }

    // What other runs made is no part of it.
    private static bool IsOwn(ProvenanceRow artifact, ReportContent content) => !content.Models
        .SelectMany(model => model.Runs.Select(run => (model.Name, run.Seed)))
        .Where(run => run != (content.BestModel.Name, content.BestModel.FirstRun.Seed))
        .SelectMany(run => new[] { NodeNames.Train(run.Name, run.Seed), NodeNames.Evaluate(run.Name, run.Seed) })
        .Any(node => artifact.Name.StartsWith($"{node}/", StringComparison.Ordinal))
        && !artifact.Name.StartsWith("reports/", StringComparison.Ordinal);

    private static bool IsOfOther(ProvenanceRow setting, ReportContent content) =>
        setting.Name.StartsWith("models.", StringComparison.Ordinal)
        && !setting.Name.StartsWith($"models.{content.BestModel.Name}.", StringComparison.Ordinal);

    private static Dictionary<string, string> Metadata(ReportContent content)
    {
        var texts = content.Provenance.Artifacts.ToDictionary(artifact => $"sha256 {artifact.Name}", artifact => artifact.Value);
        texts["experiment"] = content.Experiment;
        texts["model"] = content.BestModel.Name;
        texts["seed"] = content.BestModel.FirstRun.Seed.ToString(CultureInfo.InvariantCulture);
        texts[Classes] = CanonicalJson.Line(content.DataSet.LabelNames);
        return texts;
    }
}
