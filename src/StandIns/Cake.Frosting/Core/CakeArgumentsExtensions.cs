namespace Cake.Core;

/// <summary>Shorter ways to ask for an argument.</summary>
public static class CakeArgumentsExtensions
{
    /// <summary>The last value of an argument; null when it is absent or has no value.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="name">Its name, without dashes.</param>
    public static string? GetArgument(this ICakeArguments arguments, string name)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return arguments.GetArguments(name).LastOrDefault();
    }
}
