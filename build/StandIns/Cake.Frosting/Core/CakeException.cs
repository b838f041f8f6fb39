namespace Cake.Core;

/// <summary>A fault of a build: the message is printed, and the run ends with a non-zero exit code.</summary>
public sealed class CakeException(string message) : Exception(message);
