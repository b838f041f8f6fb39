namespace FashionPipeline.Pipeline.Experiments;

/// <summary>What an experiment states of the resources of some steps; what is null is left to other rules.</summary>
/// <param name="Steps">Which steps: a stage, or a name in which <c>*</c> stands for anything.</param>
public sealed record ResourceRule(string Steps)
{
    /// <summary>Processors.</summary>
    public int? Cpus { get; init; }

    /// <summary>Memory in units of 2^20 bytes.</summary>
    public int? MemoryMegabytes { get; init; }

    /// <summary>Longest time in minutes.</summary>
    public int? Minutes { get; init; }

    /// <summary>Name of the partition.</summary>
    public string? Partition { get; init; }

    /// <summary>Account that is charged.</summary>
    public string? Account { get; init; }

    /// <summary>Features that a machine must have.</summary>
    public string? Constraint { get; init; }

    /// <summary>Resources with what this rule states in their place.</summary>
    public NodeResources ApplyTo(NodeResources resources) => new()
    {
        Cpus = Cpus ?? resources.Cpus,
        MemoryMegabytes = MemoryMegabytes ?? resources.MemoryMegabytes,
        Minutes = Minutes ?? resources.Minutes,
        Partition = Partition ?? resources.Partition,
        Account = Account ?? resources.Account,
        Constraint = Constraint ?? resources.Constraint,
    };
}
