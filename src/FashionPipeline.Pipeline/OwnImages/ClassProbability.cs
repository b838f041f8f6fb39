namespace FashionPipeline.Pipeline.OwnImages;

/// <summary>How probable a class is to a model.</summary>
/// <param name="Name">Name of the class.</param>
/// <param name="Probability">0 to 1.</param>
public sealed record ClassProbability(string Name, double Probability);
