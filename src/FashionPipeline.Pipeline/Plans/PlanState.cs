namespace FashionPipeline.Pipeline.Plans;

/// <summary>Whether a node has to run.</summary>
public enum PlanState
{
    /// <summary>It has not: the store has its result.</summary>
    Current,

    /// <summary>It has, and can.</summary>
    Run,

    /// <summary>Another one has to run first; where that one makes what it made before, this one is current.</summary>
    Wait,
}
