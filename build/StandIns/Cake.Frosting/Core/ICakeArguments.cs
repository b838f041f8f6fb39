namespace Cake.Core;

/// <summary>The arguments of a run, by names without dashes that ignore case.</summary>
public interface ICakeArguments
{
    /// <summary>The values of an argument in the order typed; null for one without a value; empty when it is absent.</summary>
    ICollection<string?> GetArguments(string name);

    /// <summary>All arguments.</summary>
    IDictionary<string, ICollection<string?>> GetArguments();
}
