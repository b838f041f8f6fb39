namespace FashionPipeline.Pipeline.Experiments;

/// <summary>What one step gets of a cluster. It decides how long a step takes and whether it ends, and no byte of what it makes.</summary>
public sealed record NodeResources
{
    /// <summary>Processors, at least 1; training uses as many threads.</summary>
    public int Cpus { get; init; } = 2;

    /// <summary>Memory in units of 2^20 bytes, at least 1.</summary>
    public int MemoryMegabytes { get; init; } = 4096;

    /// <summary>Longest time in minutes; null for the cluster's own.</summary>
    public int? Minutes { get; init; }

    /// <summary>Name of the partition; null for the cluster's own.</summary>
    public string? Partition { get; init; }

    /// <summary>Account that is charged; null for the user's own.</summary>
    public string? Account { get; init; }

    /// <summary>Features that a machine must have; null for none.</summary>
    public string? Constraint { get; init; }
}
