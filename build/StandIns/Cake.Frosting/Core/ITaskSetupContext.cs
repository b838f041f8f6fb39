namespace Cake.Core;

/// <summary>What is about to run.</summary>
public interface ITaskSetupContext : ICakeContext
{
    /// <summary>The task.</summary>
    ICakeTaskInfo Task { get; }
}
