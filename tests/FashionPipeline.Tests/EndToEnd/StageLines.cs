using System.Text.RegularExpressions;

namespace FashionPipeline.Tests.EndToEnd;

/// <summary>The lines in which stages say whether they ran: <c>train/mlp/12345  run (no earlier result)</c>.</summary>
internal static partial class StageLines
{
    /// <summary>Stage and what it said, in the order of the output.</summary>
    public static IReadOnlyList<(string Stage, string Said)> Of(string output) =>
        [.. Line().Matches(output.ReplaceLineEndings("\n")).Select(match => (match.Groups["stage"].Value, match.Groups["said"].Value))];

    [GeneratedRegex(
        @"^(?<stage>(preprocess|train|evaluate|select|embed|report)(/\S+)?)  (?<said>reused|run \(.*\))$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
