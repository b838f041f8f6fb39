namespace FashionPipeline.Training.Layers;

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
