using Cake.Core.IO;

namespace Cake.Core;

/// <summary>The surroundings of the process.</summary>
public interface ICakeEnvironment
{
    /// <summary>The folder that relative paths start from: where the user typed, or <c>--working</c>.</summary>
    DirectoryPath WorkingDirectory { get; set; }

    /// <summary>The value of an environment variable; null when it is not set.</summary>
    string? GetEnvironmentVariable(string variable);
}
