namespace FashionPipeline.Training.Layers;

/// <summary>A layer within another one.</summary>
/// <param name="Name">Its name there, behind the outer one's in files of weights: <c>conv2d</c> of <c>residual.conv2d.kernel</c>.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Number">Its number, counted from that of the outer one, which decides its random numbers.</param>
/// <param name="Input">The shape of its input.</param>
internal sealed record InnerLayer(string Name, Layer Layer, int Number, IReadOnlyList<int> Input);
