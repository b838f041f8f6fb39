namespace FashionPipeline.Training;

/// <summary>What moves the weights.</summary>
public enum OptimiserKind
{
    /// <summary>Adam; with a decay of the weights AdamW.</summary>
    Adam,

    /// <summary>Stochastic gradient descent, with or without momentum.</summary>
    Sgd,
}
