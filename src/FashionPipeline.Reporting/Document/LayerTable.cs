using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>The layers of a model, as Keras's <c>summary()</c> shows them.</summary>
internal static class LayerTable
{
    public static void AddTo(DocumentBuilder builder, Reference reference, ModelContent model) => builder.Table(
        reference,
        $"Layers of model {model.Number}: {Wording.Parameters(model)}.",
        [new("Layer", false, 2), new("Kind", false, 2), new("Output shape", false, 2), new("Parameters", true, 1.3f)],
        [
            .. model.Layers.Select(layer => new[] { layer.Name, layer.Kind, layer.OutputShape, Wording.Thousands(layer.Parameters) }),
            new[] { "Total", string.Empty, string.Empty, Wording.Thousands(model.Parameters) },
        ],
        totals: 1);
}
