using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>Makes what is registered, each thing once, with what its constructor takes. A container would start late.</summary>
/// <param name="services">Instances, and types with one public constructor.</param>
internal sealed class Singletons(IServiceCollection services)
{
    private readonly Dictionary<ServiceDescriptor, object> made = [];

    /// <summary>The last one registered.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Get<T>() => (T)Get(typeof(T));

    /// <summary>All that are registered, in order.</summary>
    public IEnumerable<T> All<T>() => services.Where(service => service.ServiceType == typeof(T)).Select(Make).Cast<T>();

    private object Get(Type type) => services.LastOrDefault(service => service.ServiceType == type) is { } found
        ? Make(found)
        : throw new InvalidOperationException($"Nothing is registered that is a {type}.");

    private object Make(ServiceDescriptor service)
    {
        if (!made.TryGetValue(service, out var value))
        {
            made[service] = value = service.ImplementationInstance ?? Create(service.ImplementationType!);
        }

        return value;
    }

    private object Create(Type type)
    {
        var constructor = type.GetConstructors().Single();
        object[] arguments = [.. constructor.GetParameters().Select(parameter => Get(parameter.ParameterType))];
        return constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
    }
}
