namespace FashionPipeline.Training.Layers;

/// <summary>Which step of a training is under way; with the layer's number it decides what dropout zeroes.</summary>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Epoch">Epoch, from 1.</param>
/// <param name="Step">Step of the epoch, from 0.</param>
internal readonly record struct TrainingStep(ulong Seed, int Epoch, int Step);
