namespace FashionPipeline.Training.Layers;

/// <summary>What a convolution does at the border.</summary>
public enum Padding
{
    /// <summary>Only windows that lie wholly inside.</summary>
    Valid,

    /// <summary>Zeros around the image, so that the output has the input's size, divided by the strides and rounded up.</summary>
    Same,
}
