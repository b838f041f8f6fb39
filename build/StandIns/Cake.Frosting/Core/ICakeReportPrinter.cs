using Cake.Core.Diagnostics;

namespace Cake.Core;

/// <summary>Says which task begins, and at the end what all of them took.</summary>
public interface ICakeReportPrinter
{
    /// <summary>Writes what the tasks took.</summary>
    void Write(CakeReport report);

    /// <summary>Says that a task begins.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="verbosity">The verbosity of the log.</param>
    void WriteStep(string name, Verbosity verbosity);

    /// <summary>Says that a step of the host's life begins, such as a setup.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="verbosity">The verbosity of the log.</param>
    void WriteLifeCycleStep(string name, Verbosity verbosity);

    /// <summary>Says that a task is skipped.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="verbosity">The verbosity of the log.</param>
    void WriteSkippedStep(string name, Verbosity verbosity);
}
