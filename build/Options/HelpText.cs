namespace Build.Options;

/// <summary>What <c>--help</c> prints: every option and every variable with its meaning.</summary>
public static class HelpText
{
    /// <summary>The whole text.</summary>
    /// <param name="script">How this program is started: <c>./build.sh</c>.</param>
    public static string Of(string script) =>
        $"""
        USAGE:
            {script} [OPTIONS]

        OPTIONS:
        {Table(PipelineArguments.All.Select(option => (option.Usage, option.Description)))}

        ENVIRONMENT VARIABLES:
        {Table(PipelineArguments.Variables.Select(variable => (variable.Name, variable.Meaning)))}
        """;

    private static string Table(IEnumerable<(string Name, string Meaning)> rows) =>
        string.Join(Environment.NewLine, rows.Select(row => $"    {row.Name,-24}  {row.Meaning}"));
}
