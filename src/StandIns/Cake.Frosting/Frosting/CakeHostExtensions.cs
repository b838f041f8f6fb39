using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>What a host can be told before it runs.</summary>
public static class CakeHostExtensions
{
    /// <summary>Gives the tasks a context of the build's own.</summary>
    /// <typeparam name="TContext">Its class; the constructor may take <see cref="Core.ICakeContext"/>.</typeparam>
    /// <param name="host">The host.</param>
    public static CakeHost UseContext<TContext>(this CakeHost host)
        where TContext : class, IFrostingContext
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.ConfigureServices(services => services.AddSingleton<IFrostingContext, TContext>());
    }

    /// <summary>Adds what happens before the first task and after the last one.</summary>
    /// <typeparam name="TLifetime">Its class.</typeparam>
    /// <param name="host">The host.</param>
    public static CakeHost UseLifetime<TLifetime>(this CakeHost host)
        where TLifetime : class, IFrostingLifetime
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.ConfigureServices(services => services.AddSingleton<IFrostingLifetime, TLifetime>());
    }
}
