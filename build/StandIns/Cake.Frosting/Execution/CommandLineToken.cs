using Cake.Core;

namespace Cake.Execution;

/// <summary>An option with its dashes, and the value that is attached to it; or a bare word.</summary>
internal sealed record CommandLineToken(string Text, string? Value, bool IsOption)
{
    private static readonly char[] Separators = ['=', ':'];

    /// <summary>Reads one string of the command line; letters after one dash are an option each.</summary>
    public static IEnumerable<CommandLineToken> Read(string text)
    {
        if (text.StartsWith("--", StringComparison.Ordinal))
        {
            return [ReadLong(text)];
        }

        // A negative number is a value.
        return text.Length > 1 && text[0] == '-' && !char.IsAsciiDigit(text[1]) ? ReadShort(text) : [new(text, null, false)];
    }

    private static CommandLineToken ReadLong(string text)
    {
        var (name, value) = Split(text);
        return name.Length >= 4
            ? new(name, value, true)
            : throw new CakeException($"Encountered an option with too short a name: '{text}'. After two dashes come two letters or more.");
    }

    private static IEnumerable<CommandLineToken> ReadShort(string text)
    {
        var (letters, value) = Split(text);
        if (letters.Length == 1)
        {
            throw new CakeException($"Encountered an option without a name: '{text}'.");
        }

        return letters[1..].Select((letter, index) => new CommandLineToken($"-{letter}", index == letters.Length - 2 ? value : null, true));
    }

    private static (string Name, string? Value) Split(string text)
    {
        var at = text.IndexOfAny(Separators);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }
}
