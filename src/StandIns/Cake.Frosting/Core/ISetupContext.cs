namespace Cake.Core;

/// <summary>What is about to run.</summary>
public interface ISetupContext : ICakeContext
{
    /// <summary>The first target.</summary>
    ICakeTaskInfo TargetTask { get; }

    /// <summary>The tasks of the first target, in order.</summary>
    IReadOnlyCollection<ICakeTaskInfo> TasksToExecute { get; }
}
