using System.Text;
using Build.Tasks;

namespace Build.Options;

/// <summary>What <c>--help</c> prints: every target, option and variable with its meaning, and examples.</summary>
public static class HelpText
{
    private const int NameWidth = 26;
    private const string Indent = "    ";

    /// <summary>The whole text.</summary>
    /// <param name="script">How this program is started: <c>./build.sh</c>.</param>
    /// <param name="width">Columns of the terminal, at which lines are broken; null for lines of any length.</param>
    public static string Of(string script, int? width = null) => string.Join(Environment.NewLine,
    [
        "USAGE:",
        $"{Indent}{script} [OPTIONS]",
        "",
        "TARGETS:",
        .. Rows(TargetNames.All.Select(target => (target.Name, target.Description)), width),
        "",
        "OPTIONS:",
        .. Rows(PipelineArguments.All.Select(option => (option.Usage, option.Description)), width),
        "",
        "ENVIRONMENT VARIABLES:",
        .. Rows(PipelineArguments.Variables.Select(variable => (variable.Name, variable.Meaning)), width),
        "",
        "EXAMPLES:",
        .. Examples.SelectMany(example => new[]
        {
            $"{Indent}{script} {example.Arguments}".TrimEnd(),
            $"{Indent}{Indent}{example.Meaning}",
        }),
    ]);

    private static IReadOnlyList<(string Arguments, string Meaning)> Examples { get; } =
    [
        ("--experiment quickstart", "a small experiment without data of others: its report in less than a minute"),
        ("", "the report of Fashion-MNIST, as published"),
        ($"--target {nameof(Status)}", "what would run, and why, in one screen"),
        ("--experiment quickstart --set training.epochs=8 --name longer", "tries a setting out: a report beside the experiment's own"),
        ($"--target {nameof(Diff)} --from-experiment quickstart --to-experiment quickstart@longer", "what that has changed"),
        ($"--target {nameof(Why)} --against HEAD~1", "what changed since the commit before the last, down to the method of the code"),
        ($"--target {nameof(Predict)} --images ~/pictures", "what the best model takes images of your own for"),
        ($"--target {nameof(Export)}", "the best model as files that other programs read, with a model card"),
        ($"--target {nameof(Reproduce)}", "proves that the report comes out the same, byte by byte"),
    ];

    private static IEnumerable<string> Rows(IEnumerable<(string Name, string Meaning)> rows, int? width) =>
        rows.SelectMany(row => Broken(row.Meaning, width - Indent.Length - NameWidth).Index().Select(line =>
            $"{Indent}{(line.Index == 0 ? row.Name : "").PadRight(NameWidth - 2)}  {line.Item}"));

    private static IEnumerable<string> Broken(string text, int? width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }
}
