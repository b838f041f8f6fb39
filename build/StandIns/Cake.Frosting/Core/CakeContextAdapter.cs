using Cake.Core.Diagnostics;

namespace Cake.Core;

/// <summary>A context that passes everything on to another one: the base of contexts that add something.</summary>
public abstract class CakeContextAdapter(ICakeContext context) : ICakeContext
{
    /// <inheritdoc/>
    public virtual ICakeEnvironment Environment => context.Environment;

    /// <inheritdoc/>
    public virtual ICakeLog Log => context.Log;

    /// <inheritdoc/>
    public virtual ICakeArguments Arguments => context.Arguments;
}
