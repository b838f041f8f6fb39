namespace FashionPipeline.Evaluation.Seeds;

/// <summary>Why a model cannot be set beside the seeds of another experiment.</summary>
public enum Incomparable
{
    /// <summary>The other experiment has no model of this name.</summary>
    NoSuchModel,

    /// <summary>It has not trained this model with the seed that is set beside the others.</summary>
    NoSuchSeed,

    /// <summary>
    /// It came to other figures with this seed: it is another model, or was trained otherwise, on other data or by another program.
    /// </summary>
    OtherFigures,
}
