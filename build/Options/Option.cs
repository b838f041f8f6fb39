using FashionPipeline.Pipeline.Graph;

namespace Build.Options;

/// <summary>An option of the command line, as the check, the help and the README's table know it. This one Cake reads itself.</summary>
/// <param name="Name">Its name without dashes.</param>
/// <param name="Placeholder">What stands for its value; empty where it takes none.</param>
/// <param name="Meaning">What it does, or what it names.</param>
/// <param name="Targets">The targets that read it; none where it is read whatever the target.</param>
public record Option(string Name, string Placeholder, string Meaning, params IReadOnlyList<string> Targets)
{
    /// <summary>Whether it is typed without a value.</summary>
    public bool IsFlag => Placeholder.Length == 0;

    /// <summary>Whether each of several values counts.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>What holds where it is not typed; null for nothing.</summary>
    public string? Default { get; init; }

    /// <summary>Is asked where it is not typed; null for none.</summary>
    public EnvironmentVariable? Variable { get; init; }

    /// <summary>Whether Cake keeps it, so that the build sees it only when it is misspelt.</summary>
    public virtual bool IsCakes => true;

    /// <summary>As it is typed: <c>--jobs N</c>.</summary>
    public string Usage => $"--{Name} {Placeholder}".TrimEnd();

    /// <summary>All that is to be said of it, in one line.</summary>
    public string Description =>
        (Targets is [var only] ? $"with --target {only}: " : "") + Meaning + (Default is null ? "" : $"; default {Default}")
        + (Variable is null ? "" : $"; also the variable {Variable.Name}") + (IsRepeatable ? "; may be repeated" : "")
        + (Targets.Count < 2 ? "" : $"; read by {Readers}");

    // The stages together, as each of them reads what one does.
    private string Readers
    {
        get
        {
            string[] stages = [nameof(Tasks.Default), .. Enum.GetNames<Stage>()];
            List<string> readers = stages.All(Targets.Contains) ? ["the stages", .. Targets.Except(stages)] : [.. Targets];
            return readers is [var only] ? only : $"{string.Join(", ", readers[..^1])} and {readers[^1]}";
        }
    }

    /// <summary>What is wrong with a value; null for nothing.</summary>
    /// <param name="text">The value as it was typed.</param>
    public virtual string? FindFault(string text) => null;
}
