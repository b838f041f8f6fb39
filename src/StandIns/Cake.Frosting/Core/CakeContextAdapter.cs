using Cake.Core.Diagnostics;

namespace Cake.Core;

/// <summary>A context that passes everything on to another one: the base of contexts that add something.</summary>
public abstract class CakeContextAdapter : ICakeContext
{
    private readonly ICakeContext _context;

    /// <param name="context">The context that is asked.</param>
    protected CakeContextAdapter(ICakeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
    }

    /// <inheritdoc/>
    public virtual ICakeEnvironment Environment => _context.Environment;

    /// <inheritdoc/>
    public virtual ICakeLog Log => _context.Log;

    /// <inheritdoc/>
    public virtual ICakeArguments Arguments => _context.Arguments;
}
