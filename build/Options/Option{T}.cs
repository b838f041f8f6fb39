using Cake.Core;

namespace Build.Options;

/// <summary>An option that the build program reads.</summary>
/// <param name="Name">Its name without dashes.</param>
/// <param name="Placeholder">What stands for its value.</param>
/// <param name="Meaning">What it does, or what it names.</param>
/// <param name="Parse">Makes its value of what was typed; throws a <see cref="FormatException"/> that says what was expected.</param>
/// <param name="Targets">The targets that read it; none where it is read whatever the target.</param>
public sealed record Option<T>(string Name, string Placeholder, string Meaning, Func<string, T> Parse, IReadOnlyList<string> Targets)
    : Option(Name, Placeholder, Meaning, Targets)
{
    /// <inheritdoc/>
    public override bool IsCakes => false;

    /// <inheritdoc/>
    public override string? FindFault(string text)
    {
        try
        {
            _ = Parse(text);
            return null;
        }
        catch (FormatException fault)
        {
            return $"--{Name}: found '{text}', expected {fault.Message}";
        }
    }

    /// <summary>Its value: as typed, else of its variable, else the default, else that of the type.</summary>
    public T? Read(ICakeContext context) => IsFlag && context.Arguments.GetArguments(Name).Count > 0 ? Parse("") :
        (context.Arguments.GetArgument(Name) ?? Variable?.Read(context) ?? Default) is { } text ? Parse(text) : default;

    /// <summary>The value as it was typed; null where it was not, or is the default.</summary>
    public string? ReadTyped(ICakeContext context) =>
        context.Arguments.GetArgument(Name) is { } text && text != Default ? text : null;

    /// <summary>The values that were typed, in their order.</summary>
    public IReadOnlyList<T> ReadAll(ICakeContext context) => [.. context.Arguments.GetArguments(Name).Select(text => Parse(text!))];
}
