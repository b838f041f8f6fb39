using System.Collections;

namespace Cake.Core;

/// <summary>What the tasks took, in the order in which they ran.</summary>
public sealed class CakeReport : IEnumerable<CakeReportEntry>
{
    private readonly List<CakeReportEntry> entries = [];

    /// <summary>Whether no task ran.</summary>
    public bool IsEmpty => entries.Count == 0;

    /// <summary>Adds a task that did something.</summary>
    public void Add(string task, TimeSpan span) => Add(task, span, CakeTaskExecutionStatus.Executed);

    /// <summary>Adds a task that merely gathers others.</summary>
    public void AddDelegated(string task, TimeSpan span) => Add(task, span, CakeTaskExecutionStatus.Delegated);

    /// <summary>Adds a task that failed.</summary>
    public void AddFailed(string task, TimeSpan span) => Add(task, span, CakeTaskExecutionStatus.Failed);

    /// <inheritdoc/>
    public IEnumerator<CakeReportEntry> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Add(string task, TimeSpan span, CakeTaskExecutionStatus status) => entries.Add(new(task, span, status));
}
