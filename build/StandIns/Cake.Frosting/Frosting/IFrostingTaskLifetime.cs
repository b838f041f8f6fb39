using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens before and after each task.</summary>
public interface IFrostingTaskLifetime
{
    /// <summary>Runs before the task's banner.</summary>
    void Setup(ICakeContext context, ITaskSetupContext info);

    /// <summary>Runs after the task, also when it failed.</summary>
    void Teardown(ICakeContext context, ITaskTeardownContext info);
}
