namespace Cake.Core;

/// <summary>Shorter ways to ask for an argument.</summary>
public static class CakeArgumentsExtensions
{
    /// <summary>The last value of an argument; null when it is absent or has no value.</summary>
    public static string? GetArgument(this ICakeArguments arguments, string name) => arguments?.GetArguments(name).LastOrDefault();
}
