using FashionPipeline.Data;

namespace FashionPipeline.Benchmarks.Epoch;

/// <summary>A batch on its way through the network.</summary>
/// <param name="Epoch">Epoch, from 1.</param>
/// <param name="Number">Step of the epoch, from 0.</param>
/// <param name="Images">Where its images are from.</param>
/// <param name="Indices">Which of them it has.</param>
internal sealed record Step(int Epoch, int Number, LabelledImages Images, int[] Indices)
{
    /// <summary>The class of each image.</summary>
    public int[] Labels { get; } = [.. Indices.Select(index => (int)Images.Labels[index])];

    /// <summary>The mean loss of its images, once it is computed.</summary>
    public float Loss { get; set; }

    /// <summary>How many of its images are classified correctly, once that is known.</summary>
    public int Correct { get; set; }
}
