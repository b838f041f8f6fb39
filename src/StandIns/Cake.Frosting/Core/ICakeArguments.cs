namespace Cake.Core;

/// <summary>The arguments of a run; names ignore case.</summary>
public interface ICakeArguments
{
    /// <summary>Whether an argument was given, with or without a value.</summary>
    /// <param name="name">Its name, without dashes.</param>
    bool HasArgument(string name);

    /// <summary>The values of an argument in the order typed; null for one without a value; empty when it is absent.</summary>
    /// <param name="name">Its name, without dashes.</param>
    ICollection<string?> GetArguments(string name);

    /// <summary>All arguments.</summary>
    IDictionary<string, ICollection<string?>> GetArguments();
}
