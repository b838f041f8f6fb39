using System.Globalization;
using System.Reflection;
using System.Text;

namespace VerifyTests;

/// <summary>The part of a snapshot's path before <c>.verified.</c> and <c>.received.</c>.</summary>
internal static class SnapshotName
{
    private const string Forbidden = "\"\\<>|:*?/";

    /// <summary>The folder, and <c>Class.Method_name=value</c> in it.</summary>
    public static (string Directory, string Prefix) Of(VerifySettings settings, string sourceFile, MethodInfo method, IReadOnlyList<object?> arguments)
    {
        var directory = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(sourceFile)!, settings.Directory ?? ""));
        return (directory, settings.FileName ?? $"{TypeName(method.ReflectedType!)}.{settings.MethodName ?? method.Name}{Parameters(settings, method, arguments)}");
    }

    private static string TypeName(Type type) => type.DeclaringType is { } outer ? $"{TypeName(outer)}.{type.Name}" : type.Name;

    private static string Parameters(VerifySettings settings, MethodInfo method, IReadOnlyList<object?> arguments)
    {
        if (settings.ParametersText is { } text)
        {
            return "_" + text;
        }

        var names = method.GetParameters();
        var values = settings.Parameters ?? (arguments.Count == names.Length ? arguments : []);
        if (values.Count > names.Length)
        {
            throw new InvalidOperationException($"{method.Name} has {names.Length} parameters, but UseParameters gave {values.Count} values.");
        }

        return string.Concat(values.Select((value, index) => $"_{names[index].Name}={Sanitise(Format(value))}"));
    }

    private static string Format(object? value) => value switch
    {
        null => "null",
        string text => text,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable items => string.Join(',', items.Cast<object?>().Select(Format)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Sanitise(string value)
    {
        var builder = new StringBuilder(value);
        for (var index = 0; index < builder.Length; index++)
        {
            if (char.IsControl(builder[index]) || Forbidden.Contains(builder[index], StringComparison.Ordinal))
            {
                builder[index] = '-';
            }
        }

        return builder.ToString();
    }
}
