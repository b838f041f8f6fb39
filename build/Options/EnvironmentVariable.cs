using Cake.Core;

namespace Build.Options;

/// <summary>A variable of the environment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it names.</param>
public sealed record EnvironmentVariable(string Name, string Meaning)
{
    /// <summary>Its value; null where it is not set, or blank.</summary>
    public string? Read(ICakeContext context) =>
        context.Environment.GetEnvironmentVariable(Name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
