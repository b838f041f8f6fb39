using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FashionPipeline.Reporting.Content;

namespace FashionPipeline.Reporting.Cards;

/// <summary>
/// What a model card says to machines: YAML between two lines of dashes, before its text. Texts are quoted as in JSON, which YAML reads.
/// Source of the keys: huggingface.co/docs/hub/model-cards and the file modelcard.md of github.com/huggingface/hub-docs.
/// </summary>
internal static class CardMetadata
{
    private const string Task = "image-classification";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The lines, the dashes included.</summary>
    public static string Of(ReportContent content)
    {
        var (model, dataSet) = (content.BestModel, content.DataSet);
        var scores = model.FirstRun.Classification;
        return new StringBuilder()
            .Append("---\n")
            .Append("license: unknown\n") // experiments state that of the data alone
            .Append("library_name: onnx\n")
            .Append($"pipeline_tag: {Task}\n")
            .Append($"tags: [{Task}, onnx, safetensors]\n")
            .Append($"datasets: [{Text(dataSet.Name)}]\n")
            .Append("metrics: [accuracy, f1]\n")
            .Append("model-index:\n")
            .Append($"- name: {Text($"{content.Experiment}-{model.Name}")}\n")
            .Append("  results:\n")
            .Append($"  - task: {{type: {Task}}}\n")
            .Append($"    dataset: {{type: {Text(dataSet.Name)}, name: {Text(dataSet.Title)}, split: test}}\n")
            .Append("    metrics:\n")
            .Append($"    - {{type: accuracy, name: Test accuracy, value: {Number(scores.Accuracy)}}}\n")
            .Append($"    - {{type: f1, name: Macro F1, value: {Number(scores.MacroAverage.F1)}}}\n")
            .Append("---\n")
            .ToString();
    }

    private static string Text(string value) => JsonSerializer.Serialize(value, Json);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
