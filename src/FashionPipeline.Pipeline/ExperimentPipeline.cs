namespace FashionPipeline.Pipeline;

/// <summary>The pipeline of one experiment.</summary>
/// <param name="options">What was asked for.</param>
public sealed class ExperimentPipeline(PipelineOptions options)
{
    /// <summary>What was asked for.</summary>
    public PipelineOptions Options { get; } = options;

    /// <summary>Runs one stage, or takes its results from the store where nothing that they depend on has changed.</summary>
    /// <param name="stage">The stage.</param>
    /// <exception cref="Data.InputException">The experiment or its data is at fault; the message is for the user.</exception>
    public void Run(Stage stage) => throw new InvalidOperationException($"No stage '{stage}'.");
}
