namespace FashionPipeline.Training.Networks;

/// <summary>Activation functions.</summary>
public enum Activation
{
    /// <summary>The value itself.</summary>
    Linear,

    /// <summary>max(0, x).</summary>
    Relu,

    /// <summary>1 / (1 + e^-x).</summary>
    Sigmoid,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,

    /// <summary>e^x / Σ e^x over the classes; only on the last layer, where training works on the logits.</summary>
    Softmax,
}

/// <summary>What a convolution does at the border.</summary>
public enum Padding
{
    /// <summary>Only windows that lie wholly inside: the output is smaller by kernel - 1.</summary>
    Valid,

    /// <summary>Zeros around the image, so that the output has the input's size.</summary>
    Same,
}
