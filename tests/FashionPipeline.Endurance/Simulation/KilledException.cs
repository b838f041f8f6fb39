namespace FashionPipeline.Endurance.Simulation;

/// <summary>A process was killed in the middle of its work.</summary>
internal sealed class KilledException : Exception;
