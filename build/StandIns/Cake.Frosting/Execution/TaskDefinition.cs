using Cake.Core;

namespace Cake.Execution;

/// <summary>A task, whatever it was made of.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does, for readers; may be empty.</param>
/// <param name="Dependencies">Names of the tasks that run before it.</param>
/// <param name="HasRun">Whether it does anything itself.</param>
/// <param name="Run">Does it.</param>
internal sealed record TaskDefinition(
    string Name, string Description, IReadOnlyList<string> Dependencies, bool HasRun, Func<ICakeContext, Task> Run) : ICakeTaskInfo;
