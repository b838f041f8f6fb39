namespace FashionPipeline.Training.Networks;

/// <summary>Something that does not fit in a network.</summary>
/// <param name="LayerIndex">The layer, counted from 0; messages count from 1.</param>
/// <param name="Message">Which layer, what came, what was expected, how to mend it.</param>
public sealed record NetworkFault(int LayerIndex, string Message);
