using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task. Without <see cref="Run"/> it merely gathers its dependencies.</summary>
/// <typeparam name="T">The context that it works with.</typeparam>
public abstract class FrostingTask<T> : IFrostingTask
    where T : ICakeContext
{
    /// <summary>Does the work.</summary>
    public virtual void Run(T context)
    {
    }

    Task IFrostingTask.RunAsync(ICakeContext context)
    {
        Run((T)context);
        return Task.CompletedTask;
    }
}
