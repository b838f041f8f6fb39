namespace FashionPipeline.Pipeline.Graph;

/// <summary>The steps of the pipeline, in order.</summary>
public enum Stage
{
    /// <summary>Fetches and checks the data set's files.</summary>
    Download,

    /// <summary>Turns them into Parquet.</summary>
    Preprocess,

    /// <summary>Trains each model with each seed.</summary>
    Train,

    /// <summary>Predicts the test images and counts.</summary>
    Evaluate,

    /// <summary>Chooses the best model.</summary>
    Select,

    /// <summary>Computes the spectral embedding of the test images.</summary>
    Embed,

    /// <summary>Renders report, tables and figures.</summary>
    Report,
}
