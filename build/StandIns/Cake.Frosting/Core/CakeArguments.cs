namespace Cake.Core;

internal sealed class CakeArguments : ICakeArguments
{
    private readonly Dictionary<string, ICollection<string?>> arguments = new(StringComparer.OrdinalIgnoreCase);

    public CakeArguments(ILookup<string, string?> typed)
    {
        foreach (var group in typed)
        {
            // As in the package, another spelling of a name takes the place of the first one.
            arguments[group.Key] = [.. group];
        }
    }

    public ICollection<string?> GetArguments(string name) => arguments.TryGetValue(name, out var values) ? values : [];

    public IDictionary<string, ICollection<string?>> GetArguments() => arguments;
}
