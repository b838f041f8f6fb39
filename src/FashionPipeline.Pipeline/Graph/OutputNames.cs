using System.IO.Enumeration;

namespace FashionPipeline.Pipeline.Graph;

/// <summary>The names that a stage declares for its artifacts, some of which stand for any number: <c>figures/*.png</c>.</summary>
internal static class OutputNames
{
    /// <summary>True where the name is declared, and is a path that stays inside the folder in which it is laid out.</summary>
    public static bool Allow(IReadOnlyList<string> declared, string name)
    {
        var parts = name.Split('/');
        return !name.Contains('\\', StringComparison.Ordinal) && !parts.Any(part => part is "" or "." or "..")
            && declared.Any(pattern =>
                pattern.Split('/').Length == parts.Length && FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false));
    }

    /// <summary>True for a name that stands for any number of artifacts.</summary>
    public static bool IsPattern(string name) => name.Contains('*', StringComparison.Ordinal);

    /// <summary>The declared names that stand for one artifact each and are not among those that were made.</summary>
    public static IEnumerable<string> Missing(IReadOnlyList<string> declared, IEnumerable<string> made) =>
        declared.Where(name => !IsPattern(name)).Except(made, StringComparer.Ordinal);
}
