namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>A part of a file, and the keys that may stand in it.</summary>
/// <param name="Name">Its name, in <c>experiments/schema.json</c> too.</param>
/// <param name="Keys">The keys, in the order in which they are usually written.</param>
public record Section(string Name, params IReadOnlyList<string> Keys);
