using Build.Options;
using Build.Tasks;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline;

namespace Build;

/// <summary>How a remedy is typed. What throws it knows of no command line.</summary>
public static class Advice
{
    /// <summary>How this program is started here.</summary>
    public static string Script { get; } = ScriptOf(OperatingSystem.IsWindows());

    /// <summary>What is typed to run an experiment, before its name: the same everywhere, as reports have it.</summary>
    public static string Run { get; } = $"{ScriptOf(isWindows: false)} --{PipelineArguments.Experiment.Name}";

    /// <summary>Does something; a fault on the way gets the command that helps.</summary>
    /// <param name="context">What was typed: the command that helps is about the same experiment.</param>
    /// <param name="action">What is done.</param>
    /// <exception cref="InputException">The fault.</exception>
    public static void Give(PipelineContext context, Action action) =>
        Give(PipelineArguments.Experiment.ReadTyped(context) is not { } typed ? ""
            : $" --{PipelineArguments.Experiment.Name} {(typed.Contains(' ', StringComparison.Ordinal) ? $"'{typed}'" : typed)}", action);

    /// <summary>Does something; a fault on the way gets the command that helps.</summary>
    /// <param name="experiment">Ends the command: <c> --experiment quickstart</c>; empty for the usual experiment.</param>
    /// <param name="action">What is done.</param>
    /// <exception cref="InputException">The fault.</exception>
    public static void Give(string experiment, Action action)
    {
        try
        {
            action();
        }
        catch (InputException fault) when (fault.Remedy is { } remedy)
        {
            var about = fault.Experiment is { } other ? $" --{PipelineArguments.Experiment.Name} {other}" : experiment;
            throw new InputException($"{fault.Message.TrimEnd('.')}:\n  {Of(remedy, OperatingSystem.IsWindows(), about)}", fault);
        }
    }

    /// <summary>The command, or several, one a line.</summary>
    /// <param name="remedy">What it is to do.</param>
    /// <param name="isWindows">Whether it is typed in PowerShell.</param>
    /// <param name="experiment">Ends a command that is about an experiment; empty for the usual one.</param>
    public static string Of(Remedy remedy, bool isWindows, string experiment = "")
    {
        var script = ScriptOf(isWindows);
        return remedy switch
        {
            Remedy.GetDataElsewhere =>
                $"{script} {PipelineArguments.Mirror.Usage,-26} takes the files from there (also {PipelineArguments.MirrorVariable.Name})"
                + $"\n  {script} {"--experiment quickstart",-26} needs no network: small synthetic data",
            Remedy.PreprocessAgain => $"{script} --target {nameof(Clean)}\n  {script} --target {nameof(Preprocess)}{experiment}",
            Remedy.EvaluateAgain => $"{script} --target {nameof(Evaluate)}{experiment}",
            Remedy.MakeReport => $"{script} --target {nameof(Report)}{experiment}",
            Remedy.Submit => $"{script} --{PipelineArguments.Executor.Name} slurm{experiment}",
            Remedy.Prune => $"{script} --target {nameof(Prune)}",
            Remedy.NameExperiment => $"{script} {PipelineArguments.Experiment.Usage}",
            Remedy.NameStore => $"{Assign(PipelineArguments.Cache, isWindows)}{script} ...",
            Remedy.NameStoreAndReports =>
                $"{Assign(PipelineArguments.Cache, isWindows)}{Assign(PipelineArguments.Reports, isWindows)}{script} ...",
            Remedy.ShowCause => $"{script} --verbosity diagnostic ...",
            Remedy.NameRemote => $"{script} --target NAME{experiment} {PipelineArguments.Remote.Usage} "
                + $"(also {PipelineArguments.RemoteVariable.Name}, or remote: in {UserSettingsFile.Shown})",
            _ => throw new ArgumentOutOfRangeException(nameof(remedy), remedy, "No command is known for it."),
        };
    }

    /// <summary>What is typed to export the best model of an experiment, wherever the repository lies.</summary>
    /// <param name="options">The experiment, or the variant.</param>
    public static string ToExport(PipelineOptions options) => string.Join(' ',
    [
        ScriptOf(isWindows: false), $"--{PipelineArguments.Target.Name} {nameof(Export)}",
        $"--{PipelineArguments.Experiment.Name} {Quoted(ExperimentOf(options))}",
        .. options.Overrides.Select(setting => $"--{PipelineArguments.Set.Name} {Quoted(setting)}"),
        .. options.VariantName is { } name ? [$"--{PipelineArguments.Name.Name} {name}"] : Array.Empty<string>(),
    ]);

    // Of a file its path as seen from the repository; outside of it, its name has to do.
    private static string ExperimentOf(PipelineOptions options)
    {
        if (!Path.IsPathFullyQualified(options.Experiment))
        {
            return options.Experiment;
        }

        var path = Path.GetRelativePath(options.Root, options.Experiment).Replace('\\', '/');
        return Path.IsPathFullyQualified(path) || path.StartsWith("../", StringComparison.Ordinal) ? Path.GetFileName(path) : path;
    }

    private static string Quoted(string text) =>
        text.All(letter => char.IsAsciiLetterOrDigit(letter) || "._-/=@".Contains(letter, StringComparison.Ordinal))
            ? text
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string ScriptOf(bool isWindows) => isWindows ? "./build.ps1" : "./build.sh";

    private static string Assign(EnvironmentVariable variable, bool isWindows) =>
        isWindows ? $"$env:{variable.Name}='FOLDER'; " : $"{variable.Name}=FOLDER ";
}
