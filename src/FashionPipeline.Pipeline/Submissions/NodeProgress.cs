namespace FashionPipeline.Pipeline.Submissions;

/// <summary>How far a submitted step is.</summary>
public enum NodeProgress
{
    /// <summary>The store has its result.</summary>
    Done,

    /// <summary>It is left out, as a training that it needs diverged; or it is that training.</summary>
    LeftOut,

    /// <summary>It is under way.</summary>
    Running,

    /// <summary>It has not begun.</summary>
    Pending,

    /// <summary>It cannot begin, as a step that it needs failed.</summary>
    Blocked,

    /// <summary>It ended without a result.</summary>
    Failed,
}
