using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task. Only what a class overrides takes part: a task without <see cref="Run"/> merely gathers its dependencies.</summary>
/// <typeparam name="T">The context that it works with.</typeparam>
public abstract class FrostingTask<T> : IFrostingTask
    where T : ICakeContext
{
    /// <summary>Does the work.</summary>
    /// <param name="context">The context.</param>
    public virtual void Run(T context)
    {
    }

    /// <summary>Whether the task is to run; true unless overridden. A target that is not to run ends the run with an error.</summary>
    /// <param name="context">The context.</param>
    public virtual bool ShouldRun(T context) => true;

    /// <summary>Handles what <see cref="Run"/> threw; the run goes on unless it throws.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="context">The context.</param>
    public virtual void OnError(Exception exception, T context)
    {
    }

    /// <summary>Runs after the task, also when it failed.</summary>
    /// <param name="context">The context.</param>
    public virtual void Finally(T context)
    {
    }

    Task IFrostingTask.RunAsync(ICakeContext context)
    {
        Run((T)context);
        return Task.CompletedTask;
    }

    bool IFrostingTask.ShouldRun(ICakeContext context) => ShouldRun((T)context);

    void IFrostingTask.OnError(Exception exception, ICakeContext context) => OnError(exception, (T)context);

    void IFrostingTask.Finally(ICakeContext context) => Finally((T)context);
}
