namespace FashionPipeline.Training.Layers;

/// <summary>What a convolution does at the border.</summary>
public enum Padding
{
    /// <summary>Only windows that lie wholly inside: the output is smaller by kernel - 1.</summary>
    Valid,

    /// <summary>Zeros around the image, so that the output has the input's size.</summary>
    Same,
}
