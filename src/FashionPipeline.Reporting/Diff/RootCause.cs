namespace FashionPipeline.Reporting.Diff;

/// <summary>One thing that two reports were made of differently.</summary>
/// <param name="Kind">What sort of thing: <c>setting</c>, <c>code</c>, <c>package</c>, <c>file</c>, <c>environment</c>.</param>
/// <param name="Name">Its name; empty for code of which nobody knows the member.</param>
/// <param name="Before">What it was; null where it was not there.</param>
/// <param name="Now">What it is; null where it is gone.</param>
/// <param name="Nodes">The nodes that it reaches by itself.</param>
public sealed record RootCause(string Kind, string Name, string? Before, string? Now, IReadOnlyList<string> Nodes);
