namespace FashionPipeline.Onnx.Operators;

/// <summary>What a layer reads or gives.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="Shape">
/// Its shape as layers state it, without the batch: [features], or [height, width, channels] of what lies channels first in the graph.
/// </param>
internal readonly record struct TensorValue(string Name, IReadOnlyList<int> Shape)
{
    /// <summary>Whether it is an image.</summary>
    public bool IsImage => Shape.Count > 1;
}
