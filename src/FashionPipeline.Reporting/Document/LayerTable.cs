using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>The layers of a model, as Keras's <c>summary()</c> shows them.</summary>
internal static class LayerTable
{
    public static void AddTo(DocumentBuilder builder, Reference reference, ModelContent model) => builder.Table(
        reference,
        $"Layers of model {model.Number}: {Wording.Parameters(model)}.",
        [
            new("Layer", false, 2.1f), new("Kind", false, 1.9f), new("Settings", false, 3.2f), new("Output shape", false, 1.9f),
            new("Parameters", true, 1.2f),
        ],
        [
            .. model.Layers.Select(layer => new[]
            {
                Name(layer), layer.Kind, layer.Words, layer.OutputShape, Wording.Thousands(layer.Parameters),
            }),
            new[] { "Total", string.Empty, string.Empty, string.Empty, Wording.Thousands(model.Parameters) },
        ],
        totals: 1);

    // Behind the block that a layer lies within, its own name is enough.
    private static string Name(LayerRow layer) =>
        layer.Depth == 0 ? layer.Name : string.Concat(Enumerable.Repeat("– ", layer.Depth)) + layer.Name.Split('.')[^1];
}
