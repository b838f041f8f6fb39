namespace FashionPipeline.Endurance.Simulation;

/// <summary>What becomes of one attempt at a task.</summary>
internal enum Mishap
{
    /// <summary>Nothing: it ends well.</summary>
    None,

    /// <summary>Its machine fails before the work begins; the cluster begins it again.</summary>
    LostBefore,

    /// <summary>Its machine fails in the middle of the work; the cluster begins it again.</summary>
    LostDuring,

    /// <summary>Its machine fails after the artifacts were published and before their record was; the cluster begins it again.</summary>
    LostBeforeRecord,

    /// <summary>Its machine is taken for dead, and works on: the cluster begins it again beside it.</summary>
    TakenForDead,

    /// <summary>It ends well, and the cluster forgets it.</summary>
    Forgotten,

    /// <summary>It lacks memory, whenever it has too little.</summary>
    OutOfMemory,

    /// <summary>It fails by what it was given, whenever it is tried.</summary>
    Faulty,
}
