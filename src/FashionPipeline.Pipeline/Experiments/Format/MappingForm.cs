namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>Keys that the user chooses, and their values.</summary>
/// <param name="Keys">What the keys are, in words: <c>names of models</c>.</param>
/// <param name="Value">What the values are.</param>
public sealed record MappingForm(string Keys, ValueForm Value) : ValueForm
{
    /// <summary>Regular expression of the keys that there can be; null for any.</summary>
    public string? Pattern { get; init; }
}
