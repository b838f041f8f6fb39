namespace Build.Options;

/// <summary>Who runs the steps of an experiment.</summary>
public enum Executor
{
    /// <summary>This machine.</summary>
    Local,

    /// <summary>A cluster, by Slurm.</summary>
    Slurm,
}
