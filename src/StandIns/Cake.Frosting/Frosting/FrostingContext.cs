using Cake.Core;

namespace Cake.Frosting;

/// <summary>The base of a build's own context.</summary>
public class FrostingContext : CakeContextAdapter, IFrostingContext
{
    /// <param name="context">Cake's own context.</param>
    public FrostingContext(ICakeContext context)
        : base(context)
    {
    }
}
