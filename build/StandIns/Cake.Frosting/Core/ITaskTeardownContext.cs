namespace Cake.Core;

/// <summary>What has run.</summary>
public interface ITaskTeardownContext : ICakeContext
{
    /// <summary>The task.</summary>
    ICakeTaskInfo Task { get; }

    /// <summary>How long it took.</summary>
    TimeSpan Duration { get; }

    /// <summary>Whether nothing was thrown.</summary>
    bool Successful { get; }
}
