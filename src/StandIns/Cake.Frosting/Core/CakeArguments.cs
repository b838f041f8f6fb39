namespace Cake.Core;

/// <summary>Arguments held in memory.</summary>
public sealed class CakeArguments : ICakeArguments
{
    private readonly Dictionary<string, ICollection<string?>> _arguments;

    /// <param name="arguments">Values by name; names that differ in case only are one.</param>
    public CakeArguments(ILookup<string, string?> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        _arguments = arguments
            .SelectMany(group => group, (group, value) => (group.Key, Value: value))
            .GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => (ICollection<string?>)[.. group], StringComparer.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public bool HasArgument(string name) => _arguments.ContainsKey(name);

    /// <inheritdoc/>
    public ICollection<string?> GetArguments(string name) => _arguments.TryGetValue(name, out var values) ? [.. values] : [];

    /// <inheritdoc/>
    public IDictionary<string, ICollection<string?>> GetArguments() =>
        new Dictionary<string, ICollection<string?>>(_arguments, StringComparer.OrdinalIgnoreCase);
}
