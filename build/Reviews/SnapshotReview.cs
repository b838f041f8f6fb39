using System.IO.Enumeration;
using Build.Options;
using DiffPlex.Renderer;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;

namespace Build.Reviews;

/// <summary>Shows or accepts what tests received in place of their snapshots.</summary>
public static class SnapshotReview
{
    private const string Received = ".received.";
    private const string Verified = ".verified.";

    // Of a picture there are no lines to show.
    private static readonly string[] Texts = [".txt", ".md", ".json", ".csv", ".svg", ".html", ".xml", ".yaml"];

    /// <summary>Takes each received snapshot for what its test is to expect, or shows how it differs from that.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <param name="only">Names that it is narrowed to, which may have stars: <c>PlanTests.Should_list</c>; none for all.</param>
    /// <param name="accept">Whether they are accepted.</param>
    /// <returns>What there is to say.</returns>
    /// <exception cref="InputException">There is none of a name that was asked for.</exception>
    public static IReadOnlyList<string> Run(string root, IReadOnlyList<string> only, bool accept)
    {
        var all = Directory.EnumerateFiles(Path.Combine(root, "tests"), $"*{Received}*", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj"))
            .Order(StringComparer.Ordinal).ToList();
        if (only.FirstOrDefault(name => !all.Any(file => IsNamed(name, file))) is { } unknown)
        {
            throw new InputException($"No test received a snapshot '{unknown}'"
                + (all.Count == 0 ? ", or any other." : $": {NearestName.Suggest(unknown, all.Select(NameOf))}"));
        }

        var chosen = all.Where(file => only.Count == 0 || only.Any(name => IsNamed(name, file))).ToList();
        List<string> lines = [.. chosen.Select(file => accept ? Accept(file) : Show(file))];
        return
        [
            .. lines,
            chosen.Count == 0 ? "No test received a snapshot that differs."
            : accept ? FormattableString.Invariant($"Accepted: {chosen.Count}.")
            : FormattableString.Invariant($"Received: {chosen.Count}. To accept them:")
                + $" {Advice.Script} --target {nameof(Tasks.Snapshots)} --{PipelineArguments.Accept.Name}",
        ];
    }

    private static string Accept(string received)
    {
        var line = $"accepted  {NameOf(received)}  {StateOf(received)}";
        File.Move(received, VerifiedOf(received), overwrite: true);
        return line;
    }

    private static string Show(string received)
    {
        var line = $"received  {NameOf(received)}  {StateOf(received)}";
        var verified = VerifiedOf(received);
        return File.Exists(verified) && Texts.Contains(Path.GetExtension(received), StringComparer.Ordinal)
            ? line + "\n" + UnidiffRenderer.GenerateUnidiff(
                File.ReadAllText(verified), File.ReadAllText(received), "verified", "received").TrimEnd()
            : line;
    }

    private static string StateOf(string received) => File.Exists(VerifiedOf(received)) ? "changed" : "new";

    private static string VerifiedOf(string received) =>
        Path.Combine(Path.GetDirectoryName(received)!, Path.GetFileName(received).Replace(Received, Verified, StringComparison.Ordinal));

    // PlanTests.Should_list.received.txt goes by PlanTests.Should_list.txt.
    private static string NameOf(string received) => Path.GetFileName(received).Replace(Received, ".", StringComparison.Ordinal);

    private static bool IsNamed(string pattern, string received) =>
        FileSystemName.MatchesSimpleExpression(pattern, NameOf(received), ignoreCase: false)
        || FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileNameWithoutExtension(NameOf(received)), ignoreCase: false);
}
