using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens before the first task and after the last one. Derive from <see cref="FrostingLifetime{TContext}"/>.</summary>
public interface IFrostingLifetime
{
    /// <summary>Runs once, before the first task.</summary>
    /// <param name="context">The context.</param>
    /// <param name="info">What is about to run.</param>
    void Setup(ICakeContext context, ISetupContext info);

    /// <summary>Runs once, after the last task, also when the run failed.</summary>
    /// <param name="context">The context.</param>
    /// <param name="info">How the run ended.</param>
    void Teardown(ICakeContext context, ITeardownContext info);
}
