using Cake.Core.Diagnostics;

namespace Cake.Core;

/// <summary>What a task sees of the run.</summary>
public interface ICakeContext
{
    /// <summary>The surroundings of the process.</summary>
    ICakeEnvironment Environment { get; }

    /// <summary>The log.</summary>
    ICakeLog Log { get; }

    /// <summary>The arguments that the host does not read itself, and <c>target</c>.</summary>
    ICakeArguments Arguments { get; }
}
