using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task: what can be named after <c>--target</c>. Derive from <see cref="FrostingTask{T}"/>.</summary>
public interface IFrostingTask
{
    /// <summary>Does the work.</summary>
    /// <param name="context">The context.</param>
    Task RunAsync(ICakeContext context);

    /// <summary>Whether the task is to run; a target that is not ends the run with an error.</summary>
    /// <param name="context">The context.</param>
    bool ShouldRun(ICakeContext context);

    /// <summary>Handles what <see cref="RunAsync"/> threw; the run goes on unless it throws.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="context">The context.</param>
    void OnError(Exception exception, ICakeContext context);

    /// <summary>Runs after the task, also when it failed.</summary>
    /// <param name="context">The context.</param>
    void Finally(ICakeContext context);
}
