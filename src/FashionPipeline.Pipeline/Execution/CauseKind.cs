namespace FashionPipeline.Pipeline.Execution;

/// <summary>What sort of thing a cause is.</summary>
public enum CauseKind
{
    /// <summary>The result itself: there was none, or it is gone.</summary>
    Result,

    /// <summary>A published file.</summary>
    File,

    /// <summary>A setting.</summary>
    Setting,

    /// <summary>The numeric environment.</summary>
    Environment,

    /// <summary>A member of the code, or a file that is embedded in it.</summary>
    Code,

    /// <summary>A package.</summary>
    Package,

    /// <summary>An artifact of another node.</summary>
    Input,
}
