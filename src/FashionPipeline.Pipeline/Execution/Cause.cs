using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>One thing that differs from what a node's result was made of, or that is missing.</summary>
public sealed record Cause
{
    private const int MostCauses = 3;
    private const int LongestValue = 80;

    /// <summary>What sort of thing.</summary>
    public required CauseKind Kind { get; init; }

    /// <summary>
    /// Its name: a setting as the experiment's file has it, an input of the node, a member of the code, a package; empty where nobody knows
    /// which member of the code it is.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>What it was; null where it was not there.</summary>
    public string? Before { get; init; }

    /// <summary>What it is; null where it is gone.</summary>
    public string? Now { get; init; }

    /// <summary>The node that made an input; null for other causes, and where nobody knows.</summary>
    public string? Maker { get; init; }

    /// <summary>Why the maker of an input made something else.</summary>
    public IReadOnlyList<Cause> Because { get; init; } = [];

    /// <summary>The causes without a cause of their own: this one, or those behind it.</summary>
    public IEnumerable<Cause> Roots => Because.Count == 0 ? [this] : Because.SelectMany(cause => cause.Roots);

    /// <summary>In a few words: <c>training.epochs 5 -> 8</c>.</summary>
    public string Text => Kind switch
    {
        CauseKind.Result or CauseKind.File => Name,
        CauseKind.Code when Name.Length == 0 => "code changed",
        CauseKind.Code => $"code: {Name}",
        CauseKind.Package => $"package {Name}{Change}",
        CauseKind.Input => $"input.{Name}{Change}",
        _ => Name + Change,
    };

    /// <summary>How it changed, where that fits a line: <c> 5 -> 8</c>, <c> 8 is new</c>; else <c> changed</c>.</summary>
    public string Change => (Before, Now) switch
    {
        var (before, now) when !FitsALine(before) || !FitsALine(now) => " changed",
        (null, var now) => $" {ShortDigest.Of(now!)} is new",
        (var before, null) => $" {ShortDigest.Of(before)} is gone",
        var (before, now) => $" {ShortDigest.Of(before)} -> {ShortDigest.Of(now)}",
    };

    /// <summary>Several causes in a line: the roots, members of code together, the first three of all.</summary>
    public static string Summary(IEnumerable<Cause> causes)
    {
        var roots = causes.SelectMany(cause => cause.Roots).ToList();
        var members = roots.Where(IsMember).Select(cause => cause.Name).Distinct(StringComparer.Ordinal);
        return FirstOf(roots.Select(cause => IsMember(cause) ? $"code: {FirstOf(members)}" : cause.Text));
    }

    private static bool IsMember(Cause cause) => cause is { Kind: CauseKind.Code, Name.Length: > 0 };

    private static string FirstOf(IEnumerable<string> items)
    {
        var all = items.Distinct(StringComparer.Ordinal).ToList();
        return string.Join(", ", all.Take(MostCauses))
            + (all.Count > MostCauses ? FormattableString.Invariant($" and {all.Count - MostCauses} more") : "");
    }

    private static bool FitsALine(string? value) => value is null || (value.Length <= LongestValue && !value.Contains('\n'));
}
